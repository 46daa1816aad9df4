import type { Waiting } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { listNear } from './remind.store.ts'

/** Time enough to get ready and to get there. */
const NEAR_MS = 3 * 3_600_000

/** What begins soon at a place, for a line over every page: a broadcast has one of its own. */
export async function listNearSeminars(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { accountId }: Pick<Actor, 'accountId'>,
): Promise<Waiting['seminars']> {
  const now = clock()
  const near = await listNear(db, accountId, { from: now, until: new Date(now.getTime() + NEAR_MS) })
  return near.map(({ startsAt, ...one }) => ({ ...one, startsAt: startsAt.toISOString() }))
}
