import type { ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

/** What ties somebody to a child now, besides the role in the organization. */
export type ChildTie = 'teacher' | 'guardian'

export type ChildFacts = {
  /** In no group any more. */
  readonly hasLeft: boolean
  /** In the child's organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  readonly ties: readonly ChildTie[]
}

export type ChildVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden' | 'child-left'>

const is = (child: ChildFacts, ...roles: OrganizationRole[]) => child.roles.some((role) => roles.includes(role))

/** Confirmed, and attached to a group this child is in. */
const teaches = (child: ChildFacts) => is(child, 'teacher', 'management', 'head') && child.ties.includes('teacher')

/** Another group's teacher does not learn that there is such a child. */
function seen(child: ChildFacts): boolean {
  if (is(child, 'admin', 'head', 'management')) return true
  return !child.hasLeft && (teaches(child) || (is(child, 'parent') && child.ties.includes('guardian')))
}

function verdict(child: ChildFacts, isAllowed: boolean): ChildVerdict {
  if (!seen(child)) return 'not-found'
  if (!isAllowed) return 'forbidden'
  return child.hasLeft ? 'child-left' : 'allow'
}

/** A teacher does not decide about the other parent of an own child. */
const decidesOnGuardians = (child: ChildFacts) =>
  is(child, 'admin') || (teaches(child) && !child.ties.includes('guardian'))

export const childPolicy = {
  see: (child: ChildFacts): ChildVerdict => (seen(child) ? 'allow' : 'not-found'),
  /** The name; into and out of groups is besides the groups' `editChildren`. */
  edit: (child: ChildFacts) => verdict(child, is(child, 'admin') || teaches(child)),
  /** Into a group, also after having left; which group is besides that group's `editChildren`. */
  enrol(child: ChildFacts): ChildVerdict {
    const asked = verdict(child, is(child, 'admin') || teaches(child))
    return asked === 'child-left' ? 'allow' : asked
  },
  removeGuardian: (child: ChildFacts) => verdict(child, decidesOnGuardians(child)),
  /** Of whom it is the child, and what they may for that. */
  setGuardian: (child: ChildFacts) => verdict(child, decidesOnGuardians(child)),
  /** Guardians, by a link of this child's own. */
  invite: (child: ChildFacts) => verdict(child, is(child, 'admin', 'head', 'management') || teaches(child)),
} as const

export type ChildAction = keyof typeof childPolicy
