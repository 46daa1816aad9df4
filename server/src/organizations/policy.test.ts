import { describe, expect, test } from 'vitest'
import {
  type OrganizationAction,
  organizationPolicy,
  type OrganizationRole,
  type OrganizationVerdict,
} from './policy.ts'

type Row = Record<OrganizationRole | 'stranger', OrganizationVerdict>

const row = (...allowed: OrganizationRole[]): Row => {
  const verdict = (role: OrganizationRole): OrganizationVerdict => (allowed.includes(role) ? 'allow' : 'forbidden')
  return {
    'stranger': 'not-found',
    'admin': verdict('admin'),
    'head': verdict('head'),
    'management': verdict('management'),
    'teacher': verdict('teacher'),
    'unconfirmed-teacher': verdict('unconfirmed-teacher'),
    'parent': verdict('parent'),
    'student': verdict('student'),
  }
}

// A missing action or role does not compile: it must be decided here first.
const table = {
  see: row('admin', 'head', 'management', 'teacher', 'unconfirmed-teacher', 'parent', 'student'),
  seePages: row('admin', 'head', 'management', 'teacher'),
  seeStaff: row('admin', 'head', 'management', 'teacher', 'unconfirmed-teacher'),
  editCard: row('admin', 'head'),
  manageStructure: row('admin'),
  manageStaff: row('admin', 'head', 'management'),
  confirmTeachers: row('admin', 'head', 'management'),
  decidePhoneChanges: row('admin', 'head'),
  inviteAnybody: row('admin', 'head', 'management'),
  createChats: row('admin', 'head', 'management', 'teacher'),
  manageChats: row('admin', 'head', 'management'),
  manageChannels: row('admin'),
  propose: row('admin', 'head', 'management', 'teacher'),
  answerTickets: row('admin'),
  decideRequests: row('admin', 'head', 'management'),
  seeAdministrators: row('admin', 'head', 'management'),
  seeStatistics: row('admin', 'head', 'management'),
  seeRegister: row('admin', 'head', 'management', 'teacher'),
  compileReports: row('admin'),
  manageConsents: row('admin', 'head', 'management'),
  takeData: row('admin', 'head'),
  seeJournal: row('admin', 'head', 'management'),
} as const satisfies Record<OrganizationAction, Row>

describe.each(Object.entries(table))('%s', (action, verdicts) => {
  test.each(Object.entries(verdicts))('%s → %s', (role, verdict) => {
    const roles = role === 'stranger' ? [] : [role as OrganizationRole]
    expect(organizationPolicy[action as OrganizationAction]({ roles })).toBe(verdict)
  })

  test('a second membership never takes away what the first one gives', () => {
    const forParent = organizationPolicy[action as OrganizationAction]({ roles: ['parent'] })
    const forBoth = organizationPolicy[action as OrganizationAction]({ roles: ['parent', 'admin'] })
    expect([forParent === 'allow' || forBoth === 'allow', forBoth]).toEqual([true, 'allow'])
  })
})
