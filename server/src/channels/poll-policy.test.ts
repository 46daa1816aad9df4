import { expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type PostFacts, postPolicy } from './policy.ts'

const asked = (role: OrganizationRole, facts: Partial<PostFacts>): PostFacts => ({
  roles: [role],
  isReader: true,
  audience: 'parents',
  isClosed: false,
  state: 'published',
  isAuthor: false,
  poll: 'open',
  hasComments: false,
  ...facts,
})

test.each([
  ['is closed', { poll: 'closed' }, 'poll-closed', 'allow'],
  ['is none', { poll: 'none' }, 'forbidden', 'forbidden'],
  ['stands in a closed channel', { isClosed: true }, 'channel-closed', 'allow'],
] as const)('a poll that %s takes no votes', (_, facts, ofVote, ofClosing) => {
  const post = asked('admin', facts)
  expect([postPolicy.vote(post), postPolicy.closePoll(post)]).toEqual([ofVote, ofClosing])
})

test.each(['admin', 'head', 'management', 'teacher'] as const)('who is no reader sees the numbers only: %s', (role) => {
  expect(postPolicy.vote(asked(role, { isReader: false }))).toBe('forbidden')
})
