import type { AdminOrderKind } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import { orderPolicy, type OrderFacts, type OrderVerdict } from './policy.ts'

const teacher = { role: 'teacher', isConfirmed: true, isAdmin: false } as const
const people = {
  'confirmed teacher': teacher,
  'deputy': { ...teacher, role: 'management' },
  'unconfirmed teacher': { ...teacher, isConfirmed: false },
  'administrator': { ...teacher, isAdmin: true },
  'parent': { ...teacher, role: 'parent' },
  'nobody here': null,
} as const satisfies Record<string, OrderFacts['person']>
type Whom = keyof typeof people

const everybody = (verdict: OrderVerdict): Record<Whom, OrderVerdict> => ({
  'confirmed teacher': verdict,
  'deputy': verdict,
  'unconfirmed teacher': verdict,
  'administrator': verdict,
  'parent': verdict,
  'nobody here': verdict,
})
const appointing: Record<Whom, OrderVerdict> = {
  'confirmed teacher': 'allow',
  'deputy': 'allow',
  'unconfirmed teacher': 'not-confirmed-teacher',
  'administrator': 'admin-already',
  'parent': 'not-found',
  'nobody here': 'not-found',
}
const dismissing: Record<Whom, OrderVerdict> = {
  ...everybody('not-admin'),
  'administrator': 'allow',
  'parent': 'not-found',
  'nobody here': 'not-found',
}
const others = {
  'management': everybody('forbidden'),
  'teacher': everybody('forbidden'),
  'unconfirmed-teacher': everybody('forbidden'),
  'parent': everybody('forbidden'),
  'student': everybody('forbidden'),
  'stranger': everybody('not-found'),
}

const table = {
  appointed: { head: appointing, admin: appointing, ...others },
  dismissed: { head: dismissing, admin: everybody('forbidden'), ...others },
} as const satisfies Record<AdminOrderKind, Record<OrganizationRole | 'stranger', Record<Whom, OrderVerdict>>>

const rows = Object.entries(table).flatMap(([kind, byRole]) =>
  Object.entries(byRole).flatMap(([role, verdicts]) =>
    Object.entries(verdicts).map(([whom, verdict]) => [kind, role, whom, verdict] as const),
  ),
)

describe('orders about administrators', () => {
  test.each(rows)('%s by %s, of %s → %s', (kind, role, whom, verdict) => {
    const roles = role === 'stranger' ? [] : [role as OrganizationRole]
    const facts = { roles, person: people[whom as Whom], otherAdmins: 1 }
    expect(orderPolicy[kind as AdminOrderKind](facts)).toBe(verdict)
  })

  test('the last administrator stays, whoever asks', () => {
    const facts = { roles: ['head'], person: people.administrator, otherAdmins: 0 } as const
    expect(orderPolicy.dismissed(facts)).toBe('last-admin')
  })
})
