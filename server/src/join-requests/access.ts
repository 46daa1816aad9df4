import type { JoinRequestId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type JoinRequestAction, joinRequestPolicy } from './policy.ts'
import { findRequestFacts, type FoundRequest } from './store.ts'

/** A request this actor has been cleared for. Only `accessRequest` makes one. */
export type ClearedRequest = FoundRequest & { readonly clearedFor: JoinRequestAction }

/** The only door to a request; to one's own without naming the organization. */
export async function accessRequest(
  db: Db,
  actor: Actor,
  { id, organizationId }: { id: JoinRequestId; organizationId?: OrganizationId },
  action: JoinRequestAction,
): Promise<ClearedRequest> {
  const found = await findRequestFacts(db, id, actor.accountId)
  const isElsewhere = organizationId !== undefined && found?.organizationId !== organizationId
  const verdict = found && !isElsewhere ? joinRequestPolicy[action](found) : 'not-found'
  if (!found || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...found, clearedFor: action }
}
