import type { RecordingId } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { createTries } from './tries.ts'

const [broken, other] = ['broken', 'other'] as RecordingId[] as [RecordingId, RecordingId]

test('what can not be finished is tried less and less often, and given up after an hour; the others have their turn', () => {
  const tries = createTries()
  let nowMs = 0
  let tried = 1
  for (; tries.isWorthAnother(broken, nowMs); tried += 1) {
    expect(tries.isDue(broken, nowMs)).toBe(false)
    expect(tries.isDue(other, nowMs)).toBe(true)
    while (!tries.isDue(broken, nowMs)) nowMs += 1_000
  }
  expect(tried).toBe(8)
  expect(nowMs / 60_000).toBeGreaterThan(50)
  expect(nowMs / 60_000).toBeLessThan(70)
})

test('what only waits for room is never given up', () => {
  const tries = createTries()
  for (let round = 0; round < 100; round += 1) tries.pause(broken, 0)
  expect(tries.isDue(broken, 29_000)).toBe(false)
  expect(tries.isDue(broken, 30_000)).toBe(true)
  expect(tries.isWorthAnother(broken, 0)).toBe(true)
})
