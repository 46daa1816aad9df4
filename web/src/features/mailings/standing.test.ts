import { expect, test } from 'vitest'
import { standingOf } from './standing.ts'

test.each([
  [{ waiting: 3, failed: 1, stopped: 0 }, 'going'],
  [{ waiting: 0, failed: 1, stopped: 4 }, 'failed'],
  [{ waiting: 0, failed: 0, stopped: 447 }, 'stopped'],
  [{ waiting: 0, failed: 0, stopped: 0 }, 'done'],
])('%o is %s', (mailing, standing) => {
  expect(standingOf(mailing)).toBe(standing)
})
