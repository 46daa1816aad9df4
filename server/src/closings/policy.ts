import type { ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type ClosingFacts = {
  /** Empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  /** Somebody here is marked as the head: then it is theirs to decide. */
  readonly hasHead: boolean
}
export type ClosingVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden'>

/** Whoever decides that the organization leaves: its head; where none has joined, an administrator. */
function decide({ roles, hasHead }: ClosingFacts): ClosingVerdict {
  if (roles.length === 0) return 'not-found'
  return roles.includes('head') || (!hasHead && roles.includes('admin')) ? 'allow' : 'forbidden'
}

export const closingPolicy = {
  /** The page with the archive and the closing: the two who answer for the organization. */
  see: ({ roles }: ClosingFacts): ClosingVerdict => {
    if (roles.length === 0) return 'not-found'
    return roles.includes('head') || roles.includes('admin') ? 'allow' : 'forbidden'
  },
  close: decide,
  reopen: decide,
} as const
export type ClosingAction = keyof typeof closingPolicy
