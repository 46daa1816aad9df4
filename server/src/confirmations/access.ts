import type { ConfirmationId, OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type ConfirmationAction, confirmationPolicy } from './policy.ts'
import { findConfirmationFacts, type FoundConfirmation } from './store.ts'

/** A request this actor has been cleared for. Only `accessConfirmation` makes one. */
export type ClearedConfirmation = FoundConfirmation & { readonly clearedFor: ConfirmationAction }

/** The only door to a request. */
export async function accessConfirmation(
  db: Db,
  actor: Actor,
  where: { organizationId: OrganizationId; confirmationId: ConfirmationId },
  action: ConfirmationAction,
): Promise<ClearedConfirmation> {
  const request = await findConfirmationFacts(db, where, actor.accountId)
  const verdict = request ? confirmationPolicy[action](request) : 'not-found'
  if (!request || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...request, clearedFor: action }
}
