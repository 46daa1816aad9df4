import { sql } from 'kysely'
import { AppError } from './app-error.ts'
import type { Db, Tx } from './db.ts'

/** After every `every` times: wait, twice as long each time. Forgotten after a while without any. */
export type Limit = {
  readonly every: number
  readonly firstWaitMs: number
  readonly longestWaitMs: number
  readonly forgetMs: number
}

/** `what:whom` → its limit. */
export type Limits = Readonly<Record<string, Limit>>

/**
 * Seconds until all of these may happen again, 0 for now. Locks them until the transaction ends, so
 * that of many at once each sees what the one before has counted.
 */
export async function waitForLimits(tx: Tx, now: Date, limits: Limits): Promise<number> {
  const keys = Object.keys(limits).sort() // One order for all, or two could wait for each other.
  await tx
    .insertInto('rate_limit')
    .values(keys.map((key) => ({ key, count: 0, resets_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const rows = await tx
    .selectFrom('rate_limit')
    .select('blocked_until')
    .where('key', 'in', keys)
    .orderBy('key')
    .forUpdate()
    .execute()
  const waits = rows.map(({ blocked_until }) => (blocked_until ? blocked_until.getTime() - now.getTime() : 0))
  return Math.max(0, Math.ceil(Math.max(...waits) / 1000))
}

type Counted = {
  /** To wait before the next time; 0 for none. */
  readonly seconds: number
  /** How often it may still happen before there is a wait. */
  readonly left: number
}

/** Counts that it happens, or refuses until it may again: `too-many-requests` with the `seconds` until then. */
export async function passLimits(tx: Tx, now: Date, limits: Limits): Promise<void> {
  const seconds = await waitForLimits(tx, now, limits)
  if (seconds > 0) throw new AppError('too-many-requests', { params: { seconds } })
  await countLimits(tx, now, limits)
}

/** It happened once more. */
export async function countLimits(tx: Tx, now: Date, limits: Limits): Promise<Counted> {
  let seconds = 0
  let left = Infinity
  for (const [key, limit] of Object.entries(limits)) {
    const { count } = await tx
      .updateTable('rate_limit')
      .set({
        count: sql<number>`case when resets_at <= ${now} then 1 else count + 1 end`,
        resets_at: new Date(now.getTime() + limit.forgetMs),
      })
      .where('key', '=', key)
      .returning('count')
      .executeTakeFirstOrThrow()
    left = Math.min(left, limit.every - (count % limit.every))
    if (count % limit.every !== 0) continue
    const waitMs = Math.min(limit.firstWaitMs * 2 ** (count / limit.every - 1), limit.longestWaitMs)
    const blocked_until = new Date(now.getTime() + waitMs)
    await tx.updateTable('rate_limit').set({ blocked_until }).where('key', '=', key).execute()
    seconds = Math.max(seconds, Math.ceil(waitMs / 1000))
  }
  return { seconds, left }
}

export async function forgetLimits(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.deleteFrom('rate_limit').where('key', 'in', keys).execute()
}

/** For the nightly sweep. */
export async function sweepLimits(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('rate_limit')
    .where('resets_at', '<', now)
    .where((row) => row.or([row('blocked_until', 'is', null), row('blocked_until', '<', now)]))
    .execute()
}
