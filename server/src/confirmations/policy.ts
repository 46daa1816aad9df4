import type { ConfirmationState, ProblemCode, Role } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type ConfirmationFacts = {
  readonly state: ConfirmationState
  /** In the request's organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  /** It is the actor's own request. */
  readonly isOwn: boolean
  /** The one it is about is an administrator: dismissed first, then unconfirmed. */
  readonly isAboutAdmin: boolean
}

export type ConfirmationVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden' | 'confirmation-decided'>

const deciders: readonly OrganizationRole[] = ['admin', 'head', 'management']
const decides = ({ roles }: ConfirmationFacts) => roles.some((role) => deciders.includes(role))
const seen = (request: ConfirmationFacts) => request.isOwn || decides(request)

/** Nobody decides about themselves; deciding the same again changes nothing and is fine. */
function decide(request: ConfirmationFacts, as: ConfirmationState): ConfirmationVerdict {
  if (!seen(request)) return 'not-found'
  if (request.isOwn || !decides(request)) return 'forbidden'
  return request.state === 'requested' || request.state === as ? 'allow' : 'confirmation-decided'
}

export const confirmationPolicy = {
  confirm: (request: ConfirmationFacts) => decide(request, 'confirmed'),
  refuse: (request: ConfirmationFacts) => decide(request, 'refused'),
  /** One's own while it waits; somebody's confirmation by those who decide. */
  withdraw(request: ConfirmationFacts): ConfirmationVerdict {
    if (!seen(request)) return 'not-found'
    if (request.state === 'refused') return 'confirmation-decided'
    if (request.state === 'withdrawn') return 'allow'
    if (request.state === 'requested') return request.isOwn ? 'allow' : 'forbidden'
    return request.isOwn || request.isAboutAdmin ? 'forbidden' : 'allow'
  },
} as const

export type ConfirmationAction = keyof typeof confirmationPolicy

export type MemberFacts = {
  /** Of the membership asked for. */
  readonly role: Role
  /** What the reader is in the same organization; empty for a stranger. */
  readonly readerRoles: readonly OrganizationRole[]
  readonly isOwn: boolean
  readonly isAdmin: boolean
}

const colleagues: readonly OrganizationRole[] = [...deciders, 'teacher', 'unconfirmed-teacher']

/** Taking the status from a teacher, asked for or not. The management's rights do not hang on it. */
export function mayUnconfirm(member: MemberFacts): Exclude<ConfirmationVerdict, 'confirmation-decided'> {
  const { role, readerRoles, isOwn, isAdmin } = member
  const isStaff = role === 'teacher' || role === 'management'
  if (!isStaff || !readerRoles.some((one) => colleagues.includes(one))) return 'not-found'
  if (isOwn || isAdmin || role === 'management') return 'forbidden'
  return readerRoles.some((one) => deciders.includes(one)) ? 'allow' : 'forbidden'
}
