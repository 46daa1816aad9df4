import type { MembershipId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type DepartureAction, departurePolicy } from './policy.ts'
import { findDeparture, type FoundDeparture } from './store.ts'

export type Target = { readonly organizationId: OrganizationId; readonly membershipId: MembershipId }

/** The only door to somebody's leaving. */
export async function accessDeparture(
  db: Db,
  actor: Pick<Actor, 'accountId'>,
  { organizationId, membershipId }: Target,
  action: DepartureAction,
): Promise<FoundDeparture> {
  const found = await findDeparture(db, organizationId, membershipId, actor.accountId)
  // Whoever has left already has nothing in their way any more.
  const verdict = found ? departurePolicy[found.hasLeft ? 'see' : action](found) : 'not-found'
  if (!found || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return found
}
