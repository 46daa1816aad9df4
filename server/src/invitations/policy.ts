import type { InvitationKind, InvitationState, ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type InvitationFacts = {
  readonly kind: InvitationKind
  /** In the invitation's organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  /** The child is in a group that this confirmed teacher is attached to; the chat is one they keep order in. */
  readonly isOwn: boolean
}

export type InvitationVerdict = 'allow' | Extract<ProblemCode, 'not-found'>

const managers: readonly OrganizationRole[] = ['admin', 'head', 'management']
const confirmed: readonly OrganizationRole[] = ['head', 'management', 'teacher']

export const invitationPolicy = {
  /** Seeing the link, who used it, and revoking it go together; nobody else learns that it exists. */
  manage({ kind, roles, isOwn }: InvitationFacts): InvitationVerdict {
    if (roles.some((role) => managers.includes(role))) return 'allow'
    const teaches = isOwn && roles.some((role) => confirmed.includes(role))
    return kind !== 'staff' && teaches ? 'allow' : 'not-found'
  },
} as const

/** What the holder of a link that no longer opens is told. */
export const closedBecause = {
  spent: 'invitation-spent',
  expired: 'invitation-expired',
  revoked: 'invitation-revoked',
} as const satisfies Record<Exclude<InvitationState, 'open'>, ProblemCode>
