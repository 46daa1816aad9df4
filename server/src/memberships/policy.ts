import type { ProblemCode, Role } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type StaffFacts = {
  /** Of the membership asked for. */
  readonly role: Role
  /** What the reader is in the same organization; empty for a stranger. */
  readonly readerRoles: readonly OrganizationRole[]
}

export type StaffVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden'>

const colleagues: readonly OrganizationRole[] = ['admin', 'head', 'management', 'teacher', 'unconfirmed-teacher']
const deciding: readonly OrganizationRole[] = ['admin', 'head', 'management']

export const staffPolicy = {
  see({ role, readerRoles }: StaffFacts): StaffVerdict {
    const isStaff = role === 'management' || role === 'teacher'
    return isStaff && readerRoles.some((reader) => colleagues.includes(reader)) ? 'allow' : 'not-found'
  },
  /** Position and management. */
  edit(membership: StaffFacts): StaffVerdict {
    const seen = staffPolicy.see(membership)
    if (seen !== 'allow') return seen
    return membership.readerRoles.some((reader) => deciding.includes(reader)) ? 'allow' : 'forbidden'
  },
  /** Who is the head; also touching the head's own role. */
  nameHead(membership: StaffFacts): StaffVerdict {
    const seen = staffPolicy.see(membership)
    if (seen !== 'allow') return seen
    return membership.readerRoles.some((reader) => reader === 'admin' || reader === 'head') ? 'allow' : 'forbidden'
  },
} as const

export type StaffAction = keyof typeof staffPolicy
