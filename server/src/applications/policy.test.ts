import type { ApplicationState } from '@kolosok/contract'
import { expect, test } from 'vitest'
import { type ApplicationAction, applicationPolicy } from './policy.ts'

const expected = {
  submitted: { correct: false, withdraw: true, approve: true, refuse: true, return: true, makeCode: false },
  returned: { correct: true, withdraw: true, approve: false, refuse: false, return: false, makeCode: false },
  // A wrong number found after approval is corrected this way, as long as nobody has come with it.
  approved: { correct: false, withdraw: false, approve: false, refuse: false, return: true, makeCode: true },
  refused: { correct: false, withdraw: false, approve: false, refuse: false, return: false, makeCode: false },
  withdrawn: { correct: false, withdraw: false, approve: false, refuse: false, return: false, makeCode: false },
} satisfies Record<ApplicationState, Record<ApplicationAction, boolean>>

const cases = Object.entries(expected).flatMap(([state, row]) =>
  Object.entries(row).map(([action, isAllowed]) => ({ state, action, isAllowed })),
)

test.each(cases)('$state: may $action? $isAllowed', ({ state, action, isAllowed }) => {
  const facts = { state: state as ApplicationState, isClaimed: false }
  expect(applicationPolicy[action as ApplicationAction](facts) === 'allow').toBe(isAllowed)
})

test('once its administrator has come, an approved application is not returned any more', () => {
  expect(applicationPolicy.return({ state: 'approved', isClaimed: true })).toBe('application-decided')
})
