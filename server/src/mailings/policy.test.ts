import { expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { mailingPolicy } from './policy.ts'

const table = {
  'admin': ['allow', 'allow'],
  'head': ['allow', 'allow'],
  'management': ['allow', 'allow'],
  'teacher': ['allow', 'not-found'],
  'unconfirmed-teacher': ['not-found', 'not-found'],
  'parent': ['not-found', 'not-found'],
  'student': ['not-found', 'not-found'],
  'stranger': ['not-found', 'not-found'],
} as const satisfies Record<OrganizationRole | 'stranger', readonly [own: string, anothers: string]>

test.each(Object.entries(table))('%s: own and another’s mailing', (role, verdicts) => {
  const roles = role === 'stranger' ? [] : [role as OrganizationRole]
  expect([true, false].map((isOwn) => mailingPolicy.manage({ roles, isOwn }))).toEqual(verdicts)
})
