import type { OrganizationRole } from '#organizations/index.ts'

export type IncidentFacts = {
  readonly isOperator: boolean
  /** Of the reader in the organization it happened in; null: it is the installation's. */
  readonly roles: readonly OrganizationRole[] | null
}
export type IncidentVerdict = 'allow' | 'not-found' | 'forbidden'

export const incidentPolicy = {
  /** Whoever answers for the data: the office of the organization, or the operator. */
  handle({ isOperator, roles }: IncidentFacts): IncidentVerdict {
    if (roles === null) return isOperator ? 'allow' : 'not-found'
    if (roles.length === 0) return 'not-found'
    return roles.some((role) => ['admin', 'head', 'management'].includes(role)) ? 'allow' : 'forbidden'
  },
} as const
