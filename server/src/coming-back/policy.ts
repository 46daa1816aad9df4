import type { ProblemCode, Role } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type ComingBackFacts = {
  /** Of the membership asked for. */
  readonly role: Role
  /** What else the account behind it is: a code opens all of it. */
  readonly standing: 'nothing-else' | 'staff' | 'operator' | 'office-elsewhere' | 'the-asker'
  /** What the asker is in the same organization; empty for a stranger. */
  readonly readerRoles: readonly OrganizationRole[]
  /** The asker is attached to a group in which a child of this parent is now. */
  readonly teachesTheirChild: boolean
}

export type ComingBackVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden'>

const colleagues: readonly OrganizationRole[] = ['admin', 'head', 'management', 'teacher', 'unconfirmed-teacher']
const office: readonly OrganizationRole[] = ['admin', 'head', 'management']

const is = ({ readerRoles }: ComingBackFacts, roles: readonly OrganizationRole[]) =>
  readerRoles.some((role) => roles.includes(role))

const teaches = (facts: ComingBackFacts) =>
  facts.role === 'parent' && facts.teachesTheirChild && is(facts, ['teacher', 'management', 'head'])

function seen(facts: ComingBackFacts): boolean {
  if (facts.standing === 'the-asker') return true
  const isStaff = facts.role === 'management' || facts.role === 'teacher'
  return is(facts, isStaff ? colleagues : office) || teaches(facts)
}

export const comingBackPolicy = {
  /** An admin for everybody of the organization, a teacher for parents of own groups; nobody gets above oneself by it. */
  makeCode(facts: ComingBackFacts): ComingBackVerdict {
    if (!seen(facts)) return 'not-found'
    const { standing } = facts
    if (standing === 'the-asker' || standing === 'operator' || standing === 'office-elsewhere') return 'forbidden'
    if (is(facts, ['admin'])) return 'allow'
    return teaches(facts) && standing === 'nothing-else' ? 'allow' : 'forbidden'
  },

  /** Asking for another number in their name opens nothing yet: admins of every place concerned decide. */
  startPhoneChange(facts: ComingBackFacts): ComingBackVerdict {
    if (!seen(facts)) return 'not-found'
    if (facts.standing === 'the-asker' || facts.standing === 'operator') return 'forbidden'
    return is(facts, ['admin']) || teaches(facts) ? 'allow' : 'forbidden'
  },
} as const

export type ComingBackAction = keyof typeof comingBackPolicy
