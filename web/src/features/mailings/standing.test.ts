import { expect, test } from 'vitest'
import { standingOf } from './standing.ts'

test.each([
  [{ waiting: 3, failed: 1, stopped: 0, isStopped: false }, 'going'],
  [{ waiting: 0, failed: 1, stopped: 4, isStopped: true }, 'stopped'],
  [{ waiting: 0, failed: 1, stopped: 4, isStopped: false }, 'failed'],
  [{ waiting: 0, failed: 0, stopped: 447, isStopped: true }, 'stopped'],
  [{ waiting: 0, failed: 0, stopped: 1, isStopped: false }, 'done'],
])('%o is %s', (mailing, standing) => {
  expect(standingOf(mailing)).toBe(standing)
})
