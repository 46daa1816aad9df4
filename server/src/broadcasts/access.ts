import type { BroadcastId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type BroadcastAction, type BroadcastFacts, broadcastPolicy, type PlanFacts } from './policy.ts'
import { type BroadcastRow, findBroadcast } from './store.ts'

type Reader = Pick<Actor, 'accountId'>

/** A broadcast this actor has been cleared for. Only `accessBroadcast` makes one. */
export type ClearedBroadcast = BroadcastRow & { readonly clearedFor: BroadcastAction }

export const taughtOf = (all: number, own: number): PlanFacts['taught'] =>
  own === 0 ? 'none' : own < all ? 'some' : 'all'

export const factsOf = (row: BroadcastRow, { accountId }: Reader): BroadcastFacts => ({
  ...row,
  taught: taughtOf(row.groupIds.length, row.taught),
  isOfWebinar: row.webinarId !== null,
  isHost: row.hostId === accountId,
  stage: row.stage ?? 'none',
})

/** The only door to a broadcast. */
export async function accessBroadcast(
  db: Db,
  actor: Reader,
  id: BroadcastId,
  action: BroadcastAction,
): Promise<ClearedBroadcast> {
  const row = await findBroadcast(db, id, actor.accountId)
  const verdict = row ? broadcastPolicy[action](factsOf(row, actor)) : 'not-found'
  if (!row || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...row, clearedFor: action }
}
