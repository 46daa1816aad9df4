import type { OrganizationId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type ClosingAction, type ClosingFacts, closingPolicy } from './policy.ts'
import { findFacts } from './store.ts'

/** The only door to the closing of an organization. */
export async function accessClosing(
  db: Db,
  actor: Actor,
  organizationId: OrganizationId,
  action: ClosingAction,
): Promise<ClosingFacts> {
  const facts = await findFacts(db, organizationId, actor.accountId)
  const verdict = facts ? closingPolicy[action](facts) : 'not-found'
  if (!facts || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return facts
}
