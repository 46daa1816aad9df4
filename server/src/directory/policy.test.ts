import type { Role } from '@kolosok/contract'
import { expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { personPolicy } from './policy.ts'

type Verdict = 'all' | 'staff and own parents' | 'nobody'
const table = {
  'admin': 'all',
  'head': 'all',
  'management': 'all',
  'teacher': 'staff and own parents',
  'unconfirmed-teacher': 'nobody',
  'parent': 'nobody',
  'student': 'nobody',
  'stranger': 'nobody',
} as const satisfies Record<OrganizationRole | 'stranger', Verdict>

const whom = ['management', 'teacher', 'parent', 'student'] as const satisfies readonly Role[]
const rows = Object.entries(table).flatMap(([reader, sees]) =>
  whom.flatMap((role) => [true, false].map((teachesTheirChild) => [reader, sees, role, teachesTheirChild] as const)),
)

test.each(rows)('%s sees %s: a %s, teaching their child: %s', (reader, sees, role, teachesTheirChild) => {
  const readerRoles = reader === 'stranger' ? [] : [reader as OrganizationRole]
  const isStaff = role === 'management' || role === 'teacher'
  const isSeen = sees === 'all' || (sees !== 'nobody' && (isStaff || teachesTheirChild))
  expect(personPolicy.see({ role, readerRoles, teachesTheirChild })).toBe(isSeen ? 'allow' : 'not-found')
  const isPhoneSeen = sees === 'all' || (sees !== 'nobody' && role === 'parent' && teachesTheirChild)
  expect(personPolicy.seePhone({ role, readerRoles, teachesTheirChild })).toBe(isPhoneSeen)
  expect(personPolicy.seeDevices({ role, readerRoles, teachesTheirChild })).toBe(reader === 'admin')
})
