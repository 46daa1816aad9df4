import type { Chat, Message } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { savedPolicy, type SavedVerdict } from './policy.ts'

// A missing row or column does not compile: a new kind of chat or message must be decided here first.
type Table = Record<Message['kind'], Record<Chat['kind'], SavedVerdict>>

const never = { direct: 'forbidden', group: 'forbidden', saved: 'forbidden' } as const
const said = { direct: 'allow', group: 'allow', saved: 'forbidden' } as const

const table = {
  'text': said,
  'poll': said,
  'call': never,
  'member-entered': never,
  'members-joined': never,
  'members-left': never,
  'chat-renamed': never,
  'chat-changed': never,
  'saved': never,
} as const satisfies Table

const cases = Object.entries(table).flatMap(([kind, row]) =>
  Object.entries(row).map(
    ([chatKind, verdict]) => [kind as Message['kind'], chatKind as Chat['kind'], verdict] as const,
  ),
)

test.each(cases)('%s in a %s chat → %s', (kind, chatKind, verdict) => {
  expect(savedPolicy.save({ kind, chatKind, isDeleted: false })).toBe(verdict)
  expect(savedPolicy.save({ kind, chatKind, isDeleted: true })).toBe(
    verdict === 'allow' ? 'message-deleted' : 'forbidden',
  )
})
