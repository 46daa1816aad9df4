import type { GroupId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type GroupAction, groupPolicy } from './policy.ts'
import { findGroupFacts, type FoundGroup } from './store.ts'

/** A group this actor has been cleared for. Only `accessGroup` makes one. */
export type ClearedGroup = FoundGroup & { readonly clearedFor: GroupAction }

/** The only door to a group: it loads, asks the policy, or throws. */
export async function accessGroup(
  db: Db,
  actor: Pick<Actor, 'accountId'>,
  id: GroupId,
  action: GroupAction,
): Promise<ClearedGroup> {
  const group = await findGroupFacts(db, id, actor.accountId)
  const verdict = group ? groupPolicy[action](group) : 'not-found'
  if (!group || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...group, clearedFor: action }
}
