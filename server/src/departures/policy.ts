import type { DepartureObstacle, ProblemCode, Role } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type DepartureFacts = {
  /** Of whoever goes. */
  readonly role: Role
  readonly isAdmin: boolean
  readonly isHead: boolean
  /** Administrators besides. */
  readonly otherAdmins: number
  /** What the reader is in the same organization; empty for a stranger. */
  readonly readerRoles: readonly OrganizationRole[]
  /** The reader's own membership. */
  readonly isOwn: boolean
}

export type DepartureVerdict = 'allow' | DepartureObstacle | Extract<ProblemCode, 'not-found' | 'forbidden'>

const is = ({ readerRoles }: DepartureFacts, ...roles: OrganizationRole[]) =>
  readerRoles.some((role) => roles.includes(role))

export const isOffice = (roles: readonly OrganizationRole[]) =>
  roles.some((role) => role === 'admin' || role === 'head' || role === 'management')

/** Colleagues see each other; of parents nobody is let go this way, they are taken from their child. */
function see(departure: DepartureFacts): DepartureVerdict {
  if (departure.isOwn) return 'allow'
  const isStaff = departure.role === 'management' || departure.role === 'teacher'
  if (!isStaff || !is(departure, 'admin', 'head', 'management', 'teacher', 'unconfirmed-teacher')) return 'not-found'
  return isOffice(departure.readerRoles) ? 'allow' : 'forbidden'
}

export const departurePolicy = {
  see,
  /** The head names another one first; an administrator is dismissed by the head's order, or leaves others behind. */
  leave(departure: DepartureFacts): DepartureVerdict {
    const seen = see(departure)
    return seen === 'allow' ? (obstacleTo(departure) ?? 'allow') : seen
  },
} as const

export function obstacleTo({ isHead, isAdmin, otherAdmins, isOwn }: DepartureFacts): DepartureObstacle | null {
  if (isHead) return 'head-stays'
  if (!isAdmin) return null
  if (otherAdmins === 0) return 'last-admin'
  return isOwn ? null : 'still-admin'
}

export type DepartureAction = keyof typeof departurePolicy
