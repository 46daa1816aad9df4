import type { JoinRequestState, ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type JoinRequestFacts = {
  readonly role: 'teacher' | 'parent'
  readonly state: JoinRequestState
  /** In the request's organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  /** It leads to a group that this confirmed teacher is attached to. */
  readonly isOwnGroup: boolean
  /** The actor's own request. */
  readonly isOwn: boolean
}

export type JoinRequestVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden' | 'join-request-decided'>

const office: readonly OrganizationRole[] = ['admin', 'head', 'management']
const confirmed: readonly OrganizationRole[] = ['head', 'management', 'teacher']

function decides({ role, roles, isOwnGroup }: JoinRequestFacts): boolean {
  if (roles.some((one) => office.includes(one))) return true
  return role === 'parent' && isOwnGroup && roles.some((one) => confirmed.includes(one))
}

/** Nobody decides about themselves; the same decision again changes nothing and is fine. */
function decide(request: JoinRequestFacts, as: JoinRequestState): JoinRequestVerdict {
  if (!decides(request)) return 'not-found'
  if (request.isOwn) return 'forbidden'
  return request.state === 'requested' || request.state === as ? 'allow' : 'join-request-decided'
}

export const joinRequestPolicy = {
  accept: (request: JoinRequestFacts) => decide(request, 'accepted'),
  refuse: (request: JoinRequestFacts) => decide(request, 'refused'),
  withdraw(request: JoinRequestFacts): JoinRequestVerdict {
    if (!request.isOwn) return 'not-found'
    return request.state === 'requested' || request.state === 'withdrawn' ? 'allow' : 'join-request-decided'
  },
} as const

export type JoinRequestAction = keyof typeof joinRequestPolicy
