import type { ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

/** What ties somebody to a group now, besides the role in the organization. */
export type GroupTie = 'teacher' | 'guardian'

export type GroupFacts = {
  readonly kind: 'staff' | 'class' | 'club' | 'committee'
  readonly isArchived: boolean
  /** In the group's organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  readonly ties: readonly GroupTie[]
}

export type GroupVerdict =
  | 'allow'
  | Extract<ProblemCode, 'not-found' | 'forbidden' | 'staff-group-stays' | 'group-archived'>

const is = (group: GroupFacts, ...roles: OrganizationRole[]) => group.roles.some((role) => roles.includes(role))

/** Confirmed, and attached to this very group. */
const teaches = (group: GroupFacts) => is(group, 'teacher', 'management', 'head') && group.ties.includes('teacher')

function seen(group: GroupFacts): boolean {
  if (group.isArchived) return is(group, 'admin', 'head', 'management')
  if (group.kind === 'staff') return is(group, 'admin', 'head', 'management', 'teacher', 'unconfirmed-teacher')
  return is(group, 'admin', 'head', 'management', 'teacher') || (is(group, 'parent') && group.ties.includes('guardian'))
}

/** Whoever does not see the group is told that there is none; then the right, then the group's state. */
function verdict(group: GroupFacts, isAllowed: boolean, { inStaffGroup = false } = {}): GroupVerdict {
  if (!seen(group)) return 'not-found'
  if (!isAllowed) return 'forbidden'
  if (group.kind === 'staff' && !inStaffGroup) return 'staff-group-stays'
  return group.isArchived ? 'group-archived' : 'allow'
}

export const groupPolicy = {
  see: (group: GroupFacts): GroupVerdict => (seen(group) ? 'allow' : 'not-found'),
  /** Children by name, and whose guardians have joined. */
  seeChildren(group: GroupFacts): GroupVerdict {
    if (!seen(group)) return 'not-found'
    return is(group, 'admin', 'head', 'management') || teaches(group) ? 'allow' : 'forbidden'
  },
  editChildren: (group: GroupFacts) => verdict(group, is(group, 'admin') || teaches(group)),
  /** Name, age, programme. */
  edit: (group: GroupFacts) => verdict(group, is(group, 'admin')),
  /** Into the archive and out again; doing either twice is fine. */
  archive(group: GroupFacts): GroupVerdict {
    const asked = verdict(group, is(group, 'admin'))
    return asked === 'group-archived' ? 'allow' : asked
  },
  assignTeachers: (group: GroupFacts) => verdict(group, is(group, 'admin')),
  /** Parents and pupils to a group; colleagues to «Педагоги». */
  invite: (group: GroupFacts) =>
    verdict(group, is(group, 'admin', 'head', 'management') || teaches(group), { inStaffGroup: true }),
  /** Who of the parents speaks for the group. */
  markCommittee: (group: GroupFacts) => verdict(group, is(group, 'admin', 'head', 'management') || teaches(group)),
  decideRequests: (group: GroupFacts) =>
    verdict(group, is(group, 'admin', 'head', 'management') || teaches(group), { inStaffGroup: true }),
} as const

export type GroupAction = keyof typeof groupPolicy
