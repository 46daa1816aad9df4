import type { InvitationKind } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { invitationPolicy, type InvitationVerdict } from './policy.ts'

type Tie = 'own group' | 'other group'
type Row = Record<InvitationKind, Record<Tie, InvitationVerdict>>

const always = { 'own group': 'allow', 'other group': 'allow' } as const
const never = { 'own group': 'not-found', 'other group': 'not-found' } as const

const ofOwn = { 'own group': 'allow', 'other group': 'not-found' } as const

// A missing role or kind does not compile: it must be decided here first.
const manage = {
  'stranger': { staff: never, child: never, chat: never },
  'admin': { staff: always, child: always, chat: always },
  'head': { staff: always, child: always, chat: always },
  'management': { staff: always, child: always, chat: always },
  'teacher': { staff: never, child: ofOwn, chat: ofOwn },
  'unconfirmed-teacher': { staff: never, child: never, chat: never },
  'parent': { staff: never, child: never, chat: never },
  'student': { staff: never, child: never, chat: never },
} as const satisfies Record<OrganizationRole | 'stranger', Row>

describe('manage', () => {
  const cases = Object.entries<Row>(manage).flatMap(([role, row]) =>
    Object.entries(row).flatMap(([kind, ties]) =>
      Object.entries(ties).map(([tie, verdict]) => [role, kind, tie, verdict] as const),
    ),
  )
  test.each(cases)('%s, %s invitation, %s → %s', (role, kind, tie, verdict) => {
    const roles = role === 'stranger' ? [] : [role as OrganizationRole]
    const facts = { kind: kind as InvitationKind, roles, isOwn: tie === 'own group' }
    expect(invitationPolicy.manage(facts)).toBe(verdict)
  })

  test('a second membership never takes away what the first one gives', () => {
    expect(invitationPolicy.manage({ kind: 'staff', roles: ['parent', 'admin'], isOwn: false })).toBe('allow')
  })
})
