import { expect, test } from 'vitest'
import { countUnread } from './queries.ts'

type Kept = Parameters<typeof countUnread>[0]
const chat = (facts: Partial<Kept['chats'][number]>) =>
  ({
    organizationId: 'here',
    unread: 3,
    ringing: 3,
    isMuted: false,
    isArchived: false,
    ...facts,
  }) as Kept['chats'][number]

test('what is muted and what is an archive does not count as waiting', () => {
  const chats = [chat({}), chat({ isMuted: true }), chat({ isArchived: true }), chat({ isArchived: true, ringing: 99 })]
  expect(countUnread({ ownRev: 1, chats })).toEqual({ here: 3 })
})

test('what was sent silently waits in its chat, and calls nobody', () => {
  expect(countUnread({ ownRev: 1, chats: [chat({ unread: 5, ringing: 1 })] })).toEqual({ here: 1 })
})
