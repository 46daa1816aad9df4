import type { BroadcastId } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { createOutbox } from './outbox.ts'

const room = 'one' as BroadcastId

test('what is said while a frame is on its way goes together in the next ones, in order and ten at most', async () => {
  const frames: number[][] = []
  const arrivals: (() => void)[] = []
  const tell = createOutbox((_, events) => {
    frames.push(events.map(({ rev }) => rev))
    return new Promise((resolve) => arrivals.push(resolve))
  })
  for (let rev = 1; rev <= 13; rev++) tell(room, { rev })
  tell('other' as BroadcastId, { rev: 1 })
  for (let frame = 0; frame < arrivals.length; frame++) {
    arrivals[frame]?.()
    await new Promise(setImmediate)
  }
  expect(frames).toEqual([[1], [1], [2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [12, 13]])
  tell(room, { rev: 14 })
  expect(frames.at(-1)).toEqual([14])
})
