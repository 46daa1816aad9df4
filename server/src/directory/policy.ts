import type { Role } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type PersonFacts = {
  /** Of the membership asked for. */
  readonly role: Role
  /** What the reader is in the same organization; empty for a stranger. */
  readonly readerRoles: readonly OrganizationRole[]
  /** The reader, confirmed, is attached to a group that a child of this parent is in now. */
  readonly teachesTheirChild: boolean
}

const is = ({ readerRoles }: PersonFacts, ...roles: OrganizationRole[]) =>
  readerRoles.some((role) => roles.includes(role))

export const personPolicy = {
  /** In the list, and the page: `isSeen` in the store says the same in SQL, and a test compares them. */
  see(person: PersonFacts): 'allow' | 'not-found' {
    if (is(person, 'admin', 'head', 'management')) return 'allow'
    if (!is(person, 'teacher')) return 'not-found'
    const isStaff = person.role === 'management' || person.role === 'teacher'
    return isStaff || person.teachesTheirChild ? 'allow' : 'not-found'
  },
  /** What everybody consents to: a parent's number to the teachers of the child, anybody's to the management. */
  seePhone: (person: PersonFacts): boolean =>
    is(person, 'admin', 'head', 'management') ||
    (is(person, 'teacher') && person.role === 'parent' && person.teachesTheirChild),
  /** How many devices: for whoever helps somebody back in. */
  seeDevices: ({ readerRoles }: PersonFacts): boolean => readerRoles.includes('admin'),
} as const
