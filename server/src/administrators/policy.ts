import type { AdminOrderKind, ProblemCode, Role } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type OrderFacts = {
  /** What who enters the order is in the organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  /** Of whom the order speaks; null when there is no such person here now. */
  readonly person: { readonly role: Role; readonly isConfirmed: boolean; readonly isAdmin: boolean } | null
  /** Administrators besides this person. */
  readonly otherAdmins: number
}

export type OrderVerdict =
  | 'allow'
  | Extract<
      ProblemCode,
      'not-found' | 'forbidden' | 'admin-already' | 'not-admin' | 'not-confirmed-teacher' | 'last-admin'
    >

/** The head decides (2.1); an administrator appoints additional ones (2.2), and dismisses nobody. */
export const orderPolicy = {
  appointed({ roles, person }: OrderFacts): OrderVerdict {
    const refused = refuse(roles, ['head', 'admin'])
    if (refused) return refused
    if (person?.role !== 'teacher' && person?.role !== 'management') return 'not-found'
    if (person.isAdmin) return 'admin-already'
    return person.isConfirmed ? 'allow' : 'not-confirmed-teacher'
  },
  dismissed({ roles, person, otherAdmins }: OrderFacts): OrderVerdict {
    const refused = refuse(roles, ['head'])
    if (refused) return refused
    if (person?.role !== 'teacher' && person?.role !== 'management') return 'not-found'
    if (!person.isAdmin) return 'not-admin'
    return otherAdmins === 0 ? 'last-admin' : 'allow'
  },
} as const satisfies Record<AdminOrderKind, (facts: OrderFacts) => OrderVerdict>

function refuse(roles: OrderFacts['roles'], deciding: readonly OrganizationRole[]): 'not-found' | 'forbidden' | null {
  if (roles.length === 0) return 'not-found'
  return roles.some((role) => deciding.includes(role)) ? null : 'forbidden'
}
