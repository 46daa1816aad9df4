import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type CommentFacts, commentPolicy, type CommentVerdict, postPolicy } from './policy.ts'

const facts = (role: OrganizationRole, given: Partial<CommentFacts> = {}): CommentFacts => ({
  roles: [role],
  isReader: true,
  audience: 'all',
  isClosed: false,
  state: 'published',
  isAuthor: false,
  poll: 'none',
  hasComments: true,
  isOwn: false,
  isOld: false,
  ...given,
})

type Who = OrganizationRole
type Row = Record<'own' | 'own, old' | 'of another', CommentVerdict>
const row = (own: CommentVerdict, old: CommentVerdict, other: CommentVerdict): Row => ({
  'own': own,
  'own, old': old,
  'of another': other,
})
const edits = row('allow', 'edit-window-over', 'forbidden')
const hidden = row('forbidden', 'forbidden', 'forbidden')
const moderates = row('allow', 'allow', 'allow')
const removesOwn = row('allow', 'allow', 'forbidden')

// A missing action or role does not compile: it must be decided here first.
const table: Record<keyof typeof commentPolicy, Record<Who, Row>> = {
  edit: {
    'admin': edits,
    'head': edits,
    'management': edits,
    'teacher': edits,
    'unconfirmed-teacher': hidden,
    'parent': edits,
    'student': edits,
  },
  remove: {
    'admin': moderates,
    'head': moderates,
    'management': moderates,
    'teacher': removesOwn,
    'unconfirmed-teacher': hidden,
    'parent': removesOwn,
    'student': removesOwn,
  },
}

describe.each(Object.entries(table))('%s a comment', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([who, row]) =>
    Object.entries(row).map(([which, verdict]) => [who, which, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (who, which, verdict) => {
    const given = facts(who as Who, { isOwn: which !== 'of another', isOld: which === 'own, old' })
    expect(commentPolicy[action as keyof typeof commentPolicy](given)).toBe(verdict)
  })
})

test.each([
  ['the post takes none', { hasComments: false }, 'comments-closed'],
  ['the channel is closed', { isClosed: true }, 'channel-closed'],
  ['it is not published', { state: 'draft' }, 'post-not-published'],
] as const)('nobody comments where %s, and what is there can still be removed', (_, given, verdict) => {
  const post = facts('admin', { ...given, isOwn: true })
  expect([postPolicy.comment(post), commentPolicy.edit(post)]).toEqual([verdict, verdict])
  expect(commentPolicy.remove(post)).toBe(verdict === 'post-not-published' ? verdict : 'allow')
})

test('who is not confirmed yet reads what the staff says, and nothing of families', () => {
  expect(postPolicy.seeComments(facts('unconfirmed-teacher'))).toBe('forbidden')
  expect(postPolicy.seeComments(facts('unconfirmed-teacher', { audience: 'staff' }))).toBe('allow')
  expect(postPolicy.seeComments({ ...facts('unconfirmed-teacher'), roles: ['unconfirmed-teacher', 'parent'] })).toBe(
    'allow',
  )
})
