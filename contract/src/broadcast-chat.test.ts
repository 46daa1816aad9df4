import { expect, test } from 'vitest'
import { afterChatEvent, type BroadcastChatEvent, type HeardChat } from './broadcast-chat.ts'
import type { BroadcastMessageId } from './ids.ts'

const said = (rev: number): BroadcastChatEvent => ({
  rev,
  said: {
    id: String(rev) as BroadcastMessageId,
    seq: rev,
    author: { name: 'Анна', label: '' },
    text: String(rev),
    saidAt: '2026-09-01T10:00:00.000Z',
  },
})
const empty: HeardChat = { messages: [], previous: null, rev: 0, later: [] }
const hear = (...events: BroadcastChatEvent[]) => {
  const { messages, rev, later } = events.reduce(afterChatEvent, empty)
  return { texts: messages.map(({ text }) => text), rev, later }
}

test('in whichever order and how often it is heard, the same is shown', () => {
  const whole = { texts: ['1', '2', '3'], rev: 3, later: [] }
  expect(hear(said(1), said(2), said(3))).toEqual(whole)
  expect(hear(said(3), said(1), said(3), said(2), said(1))).toEqual(whole)
})

test('what is missing is known, and what was removed does not come back', () => {
  expect(hear(said(1), said(3))).toEqual({ texts: ['1', '3'], rev: 1, later: [3] })
  const removed = { rev: 2, removed: '1' as BroadcastMessageId }
  expect(hear(said(1), removed, said(1))).toEqual({ texts: [], rev: 2, later: [] })
})
