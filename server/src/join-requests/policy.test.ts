import type { JoinRequestState } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type JoinRequestFacts, joinRequestPolicy } from './policy.ts'

const facts = (change: Partial<JoinRequestFacts>): JoinRequestFacts => ({
  role: 'parent',
  state: 'requested',
  roles: [],
  isOwnGroup: false,
  isOwn: false,
  ...change,
})

/** Who decides about a parent into the own group, into another one, and about a teacher. */
const table = {
  'admin': ['allow', 'allow', 'allow'],
  'head': ['allow', 'allow', 'allow'],
  'management': ['allow', 'allow', 'allow'],
  'teacher': ['allow', 'not-found', 'not-found'],
  'unconfirmed-teacher': ['not-found', 'not-found', 'not-found'],
  'parent': ['not-found', 'not-found', 'not-found'],
  'student': ['not-found', 'not-found', 'not-found'],
} as const satisfies Record<OrganizationRole, readonly [string, string, string]>

test.each(Object.entries(table))('%s decides', (role, verdicts) => {
  const roles = [role as OrganizationRole]
  const asked = [{ isOwnGroup: true }, {}, { role: 'teacher' as const, isOwnGroup: true }]
  for (const action of ['accept', 'refuse'] as const) {
    expect(asked.map((change) => joinRequestPolicy[action](facts({ roles, ...change })))).toEqual(verdicts)
  }
})

describe('by state: accepting, refusing, and taking back one’s own', () => {
  const states = {
    requested: ['allow', 'allow', 'allow'],
    accepted: ['allow', 'join-request-decided', 'join-request-decided'],
    refused: ['join-request-decided', 'allow', 'join-request-decided'],
    withdrawn: ['join-request-decided', 'join-request-decided', 'allow'],
  } as const satisfies Record<JoinRequestState, readonly [string, string, string]>

  test.each(Object.entries(states))('%s', (name, verdicts) => {
    const state = name as JoinRequestState
    const decider = facts({ roles: ['admin'], state })
    const own = facts({ isOwn: true, state })
    const given = [
      joinRequestPolicy.accept(decider),
      joinRequestPolicy.refuse(decider),
      joinRequestPolicy.withdraw(own),
    ]
    expect(given).toEqual(verdicts)
  })
})

test('nobody decides about themselves, and nobody takes back another’s', () => {
  expect(joinRequestPolicy.accept(facts({ roles: ['admin'], isOwn: true }))).toBe('forbidden')
  expect(joinRequestPolicy.withdraw(facts({ roles: ['admin'] }))).toBe('not-found')
})
