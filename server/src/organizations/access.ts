import type { MembershipId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type OrganizationAction, type OrganizationFacts, organizationPolicy } from './policy.ts'
import { findOrganizationFacts } from './store.ts'

/** An organization this actor has been cleared for. Only `accessOrganization` makes one. */
export type ClearedOrganization = OrganizationFacts & {
  readonly id: OrganizationId
  /** It can be read, and nothing in it changes. */
  readonly isClosed: boolean
  /** The actor's own, here. */
  readonly membershipIds: readonly MembershipId[]
  readonly clearedFor: OrganizationAction
}

/** The only door to an organization: it loads, asks the policy, or throws. */
export async function accessOrganization(
  db: Db,
  actor: Pick<Actor, 'accountId'>,
  id: OrganizationId,
  action: OrganizationAction,
): Promise<ClearedOrganization> {
  const facts = await findOrganizationFacts(db, id, actor.accountId)
  const verdict = facts ? organizationPolicy[action](facts) : 'not-found'
  if (!facts || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...facts, id, clearedFor: action }
}
