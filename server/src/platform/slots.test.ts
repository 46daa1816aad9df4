import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createSlots } from './slots.ts'

test('so many at once and no more, in order, also after one that failed', async () => {
  const inTurn = createSlots(2)
  const begun: number[] = []
  let running = 0
  let most = 0
  const work = (index: number) =>
    inTurn(async () => {
      begun.push(index)
      most = Math.max(most, ++running)
      await setImmediate()
      running -= 1
      if (index === 1) throw new Error('broken')
      return index
    })
  const done = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work))

  expect(most).toBe(2)
  expect(begun).toEqual([0, 1, 2, 3, 4, 5])
  expect(done.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true, true])
})
