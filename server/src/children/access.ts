import type { ChildId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type ChildAction, childPolicy } from './policy.ts'
import { findChildFacts, type FoundChild } from './store.ts'

/** A child this actor has been cleared for. Only `accessChild` makes one. */
export type ClearedChild = FoundChild & { readonly clearedFor: ChildAction }

/** The only door to a child: it loads, asks the policy, or throws. */
export async function accessChild(
  db: Db,
  actor: Pick<Actor, 'accountId'>,
  id: ChildId,
  action: ChildAction,
): Promise<ClearedChild> {
  const child = await findChildFacts(db, id, actor.accountId)
  const verdict = child ? childPolicy[action](child) : 'not-found'
  if (!child || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...child, clearedFor: action }
}
