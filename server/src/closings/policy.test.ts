import { expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { type ClosingAction, closingPolicy, type ClosingVerdict } from './policy.ts'

type Row = Record<ClosingAction, ClosingVerdict>
const no: Row = { see: 'forbidden', close: 'forbidden', reopen: 'forbidden' }
const all: Row = { see: 'allow', close: 'allow', reopen: 'allow' }

const withHead: Record<OrganizationRole, Row> = {
  'head': all,
  'admin': { ...no, see: 'allow' },
  'management': no,
  'teacher': no,
  'unconfirmed-teacher': no,
  'parent': no,
  'student': no,
}
const withoutHead: Record<OrganizationRole, Row> = { ...withHead, admin: all }

test.each([
  [true, withHead],
  [false, withoutHead],
])('who closes, with a head: %s', (hasHead, table) => {
  for (const [role, row] of Object.entries(table)) {
    for (const [action, verdict] of Object.entries(row)) {
      const given = closingPolicy[action as ClosingAction]({ roles: [role as OrganizationRole], hasHead })
      expect(given, `${role} ${action}`).toBe(verdict)
    }
  }
})

test('for a stranger there is nothing', () => {
  for (const ask of Object.values(closingPolicy)) expect(ask({ roles: [], hasHead: true })).toBe('not-found')
})
