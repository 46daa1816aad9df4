import { expect, test } from 'vitest'
import { applyFrame, applyPage, type Changes, type ChatState, startState, visibleMessages } from './changes.ts'
import type { AccountId, ChatId, MessageId } from './ids.ts'
import type { Message } from './messages.ts'

const chatId = 'c' as ChatId
const m = (seq: number, rev: number, text = 'x'): Message => ({
  id: `m${String(seq)}` as MessageId,
  chatId,
  seq,
  rev,
  kind: 'text',
  authorId: 'a' as AccountId,
  membershipId: null,
  subjectIds: [],
  text,
  replyToId: null,
  attachments: [],
  poll: null,
  call: null,
  original: null,
  isSilent: false,
  sentAt: '2026-01-01T10:00:00.000Z',
  editedAt: null,
  deletedAt: null,
  reactions: {},
})
const frame = (since: number, rev: number, messages: Message[], reset = false): Changes => ({
  chatId,
  since,
  rev,
  reset,
  messages,
})
const held: ChatState = startState({ rev: 7, messages: [m(5, 5), m(6, 7)] })

test('the next revision is applied, in the order of seq', () => {
  const { state, askSince } = applyFrame(held, frame(7, 8, [m(5, 8, 'edited')]))
  expect(state).toMatchObject({ rev: 8, messages: [{ seq: 5, text: 'edited' }, { seq: 6 }] })
  expect(askSince).toBeUndefined()
})

test('a known revision is ignored, a frame that overlaps is applied', () => {
  expect(applyFrame(held, frame(6, 7, [m(6, 7, 'twice')])).state).toBe(held)
  expect(applyFrame(held, frame(5, 9, [m(7, 9)])).state.rev).toBe(9)
})

test('a gap shows nothing and asks from what is known', () => {
  expect(applyFrame(held, frame(9, 10, [m(7, 10)]))).toEqual({ state: { ...held, heard: 10 }, askSince: 7 })
})

test('an answer older than a frame that overtook it makes the client ask again', () => {
  const { state } = applyFrame(held, frame(9, 10, [m(8, 10)]))
  expect(applyFrame(state, frame(7, 9, [m(7, 9)]))).toMatchObject({ state: { rev: 9 }, askSince: 9 })
})

test('a server restored from a backup takes revisions back', () => {
  expect(applyFrame(held, frame(7, 3, [m(1, 3)], true)).state).toEqual(startState({ rev: 3, messages: [m(1, 3)] }))
})

test('a reset replaces everything', () => {
  expect(applyFrame(held, frame(7, 900, [m(800, 900)], true)).state).toEqual(
    startState({ rev: 900, messages: [m(800, 900)] }),
  )
})

test('a change to a message above the loaded history waits for its page and wins over it', () => {
  const { state } = applyFrame(held, frame(7, 8, [m(2, 8, 'edited')]))
  expect(visibleMessages(state).map((x) => x.seq)).toEqual([5, 6])
  const older = applyPage(state, { rev: 7, messages: [m(1, 1), m(2, 2), m(3, 3), m(4, 4)] }, 5)
  expect(visibleMessages(older).map((x) => x.text)).toEqual(['x', 'edited', 'x', 'x', 'x', 'x'])
})

test('a page asked for before a reset is dropped', () => {
  const { state } = applyFrame(held, frame(7, 900, [m(5, 880), m(6, 900)], true))
  expect(applyPage(state, { rev: 7, messages: [m(4, 4)] }, 5)).toBe(state)
})
