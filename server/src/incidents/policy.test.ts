import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { incidentPolicy, type IncidentVerdict } from './policy.ts'

// A missing role does not compile: it must be decided here first.
const table = {
  'admin': 'allow',
  'head': 'allow',
  'management': 'allow',
  'teacher': 'forbidden',
  'unconfirmed-teacher': 'forbidden',
  'parent': 'forbidden',
  'student': 'forbidden',
  'stranger': 'not-found',
} as const satisfies Record<OrganizationRole | 'stranger', IncidentVerdict>

describe.each([false, true])('an operator: %s', (isOperator) => {
  test.each(Object.entries(table))('%s with one of the organization → %s', (who, verdict) => {
    const roles = who === 'stranger' ? [] : [who as OrganizationRole]
    expect(incidentPolicy.handle({ isOperator, roles })).toBe(verdict)
  })

  test('with one of the installation', () => {
    expect(incidentPolicy.handle({ isOperator, roles: null })).toBe(isOperator ? 'allow' : 'not-found')
  })
})
