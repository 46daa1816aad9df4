import type { AccountId, ChatId, Message, MessageId } from '@kolosok/contract'
import { expect, test } from 'vitest'
import type { OutboxEntry } from '#lib/local-data.ts'
import { buildRows } from './rows.ts'

const me = 'me' as AccountId
const her = 'her' as AccountId
const chatId = 'chat' as ChatId

function says(
  seq: number,
  authorId: AccountId,
  sentAt = `2026-03-02T10:${String(seq).padStart(2, '0')}:00.000Z`,
): Message {
  return {
    id: `m${String(seq)}` as MessageId,
    chatId,
    seq,
    rev: seq,
    kind: 'text',
    authorId,
    membershipId: null,
    subjectIds: [],
    text: `Сообщение ${String(seq)}`,
    replyToId: null,
    attachments: [],
    poll: null,
    call: null,
    original: null,
    isSilent: false,
    sentAt,
    editedAt: null,
    deletedAt: null,
    reactions: {},
  }
}

function waits(id: string, writtenAt = '2026-03-02T10:30:00.000Z'): OutboxEntry {
  const rest = { chatId, text: 'Ещё в пути', replyToId: null, attachments: [], poll: null, refusedWith: null }
  return { ...rest, id: id as MessageId, writtenAt }
}

const build = (messages: Message[], outbox: OutboxEntry[] = [], readSeq = Number.MAX_SAFE_INTEGER) =>
  buildRows({ messages, outbox, me, readSeq })

test('what is on its way stands below, in the order it was written', () => {
  const rows = build([says(1, her)], [waits('x'), waits('y')])
  expect(rows.map(({ key }) => key)).toEqual(['m1', 'x', 'y'])
  expect(rows.map(({ waiting }) => waiting?.id)).toEqual([undefined, 'x', 'y'])
})

test('a message that has arrived is shown once, as the same row', () => {
  const rows = build([says(1, her), says(2, me)], [waits('m2')])
  expect(rows.map(({ key }) => key)).toEqual(['m1', 'm2'])
  expect(rows[1]?.waiting).toBeNull()
})

test('the line of new messages stands above the first unread one of somebody else', () => {
  const rows = build([says(1, her), says(2, me), says(3, her), says(4, her)], [], 1)
  expect(rows.filter(({ isFirstUnread }) => isFirstUnread).map(({ key }) => key)).toEqual(['m3'])
})

test('each day begins with its date', () => {
  const rows = build([says(1, her, '2026-03-01T10:00:00.000Z'), says(2, her), says(3, her)])
  expect(rows.map(({ startsDay }) => startsDay)).toEqual([true, true, false])
})

test('what one person writes in one go is one group, a pause or another person ends it', () => {
  const rows = build([says(1, her), says(2, her), says(3, me), says(20, me)])
  expect(rows.map(({ startsGroup }) => startsGroup)).toEqual([true, false, true, true])
  expect(rows.map(({ endsGroup }) => endsGroup)).toEqual([false, true, true, true])
})
