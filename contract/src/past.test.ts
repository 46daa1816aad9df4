import { expect, test } from 'vitest'
import { addToPast, type ChatState, joinLive, startState, withNews } from './changes.ts'
import type { ChatId, Message, MessageId } from './index.ts'

const message = (seq: number, rev = seq) =>
  ({ id: String(seq) as MessageId, chatId: 'c' as ChatId, seq, rev }) as Message
const page = (from: number, to: number, rev: number) => ({
  rev,
  isStart: from === 1,
  messages: Array.from({ length: to - from + 1 }, (_, n) => message(from + n)),
})
const seqs = (state: ChatState | null) => state?.messages.map(({ seq }) => seq)

test('a place far back grows both ways, and becomes one with the newest where the two meet', () => {
  const live = startState(page(90, 99, 99))
  let past = startState(page(40, 49, 99))
  expect(joinLive(live, past)).toBeNull()
  past = addToPast(past, page(30, 39, 99))
  expect([past.from, joinLive(live, past)]).toEqual([30, null])
  past = addToPast(past, page(45, 89, 99))
  expect(joinLive(live, past)).toMatchObject({ from: 30, rev: 99 })
  expect(seqs(joinLive(live, past))).toEqual(Array.from({ length: 70 }, (_, n) => 30 + n))
})

test('what has changed meanwhile is shown far back too, and is not lost when the two become one', () => {
  const fresh = startState(page(90, 99, 99))
  const live = { ...fresh, rev: 100, messages: [message(45, 100), ...fresh.messages] }
  const past = startState(page(40, 89, 99))
  expect(withNews(past, live).messages.find(({ seq }) => seq === 45)?.rev).toBe(100)
  expect(joinLive(live, past)?.messages.find(({ seq }) => seq === 45)?.rev).toBe(100)
})

test('a place read before the newest began anew is not joined: changes between the two are in neither', () => {
  expect(joinLive(startState(page(90, 99, 120)), startState(page(40, 89, 99)))).toBeNull()
})
