import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { contactPolicy } from './policy.ts'

// The rights table of the product, row by row: who may open a direct chat with whom. A missing role does not compile.
type When = 'always' | 'in the same group' | 'in the same group where parents may' | 'never'
type Row = Record<OrganizationRole, When>

const all = (when: When): Row => ({
  'admin': when,
  'head': when,
  'management': when,
  'teacher': when,
  'unconfirmed-teacher': when,
  'parent': when,
  'student': when,
})
const staffOnly: Row = { ...all('always'), parent: 'never', student: 'never' }
const ownTeachers: Row = {
  ...all('never'),
  head: 'in the same group',
  management: 'in the same group',
  teacher: 'in the same group',
}

const table = {
  'admin': all('always'),
  'head': all('always'),
  'management': all('always'),
  'teacher': { ...staffOnly, parent: 'in the same group' },
  'unconfirmed-teacher': staffOnly,
  'parent': { ...ownTeachers, admin: 'always', parent: 'in the same group where parents may' },
  'student': ownTeachers,
} as const satisfies Record<OrganizationRole, Row>

const holds: Record<When, (isSameGroup: boolean, mayParents: boolean) => boolean> = {
  'always': () => true,
  'in the same group': (isSameGroup) => isSameGroup,
  'in the same group where parents may': (isSameGroup, mayParents) => isSameGroup && mayParents,
  'never': () => false,
}

describe.each(Object.entries(table))('%s', (role, row) => {
  test.each(Object.entries(row))('writes to %s: %s', (theirs, when) => {
    for (const isSameGroup of [false, true]) {
      for (const mayParentsWriteEachOther of [false, true]) {
        const roles = [role as OrganizationRole]
        const theirRoles = [theirs as OrganizationRole]
        expect(contactPolicy.open({ roles, theirRoles, isSameGroup, mayParentsWriteEachOther })).toBe(
          holds[when](isSameGroup, mayParentsWriteEachOther),
        )
      }
    }
  })
})

test('who is an admin as well is reached as an admin', () => {
  const facts = { roles: ['parent'], isSameGroup: false, mayParentsWriteEachOther: false } as const
  expect(contactPolicy.open({ ...facts, theirRoles: ['teacher'] })).toBe(false)
  expect(contactPolicy.open({ ...facts, theirRoles: ['teacher', 'admin'] })).toBe(true)
})
