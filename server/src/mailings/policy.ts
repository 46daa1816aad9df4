import type { ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type MailingFacts = {
  /** In the mailing's organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  /** Made by the reader, who teaches the group it went to still. */
  readonly isOwn: boolean
}

export type MailingVerdict = 'allow' | Extract<ProblemCode, 'not-found'>

const managers: readonly OrganizationRole[] = ['admin', 'head', 'management']

export const mailingPolicy = {
  /** Whom it reached, stopping it and trying again go together; nobody else learns of it. */
  manage({ roles, isOwn }: MailingFacts): MailingVerdict {
    if (roles.some((role) => managers.includes(role))) return 'allow'
    return isOwn && roles.includes('teacher') ? 'allow' : 'not-found'
  },
} as const

/** How many messages one person may send in a day: a busy afternoon of theirs, never a flood. */
export const dailyMost = (scope: { readonly managesAll: boolean }): number => (scope.managesAll ? 3000 : 200)
