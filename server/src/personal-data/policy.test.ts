import { expect, test } from 'vitest'
import { deletionPolicy } from './policy.ts'

test.each([
  [false, false, []],
  [true, false, ['still-member']],
  [false, true, ['still-operator']],
  [true, true, ['still-member', 'still-operator']],
])('deleting an account: member %s, operator %s', (isMember, isOperator, obstacles) => {
  expect(deletionPolicy({ isMember, isOperator })).toEqual(obstacles)
})
