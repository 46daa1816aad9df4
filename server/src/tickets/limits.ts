import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { type Limit, passLimits } from '#platform/rate-limits.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** More than somebody in trouble writes, and little for a robot. */
const asking: Limit = { every: 5, firstWaitMs: 10 * MINUTE, longestWaitMs: 12 * HOUR, forgetMs: 12 * HOUR }
const writing: Limit = { every: 20, firstWaitMs: 2 * MINUTE, longestWaitMs: HOUR, forgetMs: HOUR }

export const limitAsking = (tx: Tx, actor: Actor, now: Date) => count(tx, now, `ticket-ask:${actor.accountId}`, asking)
export const limitWriting = (tx: Tx, actor: Actor, now: Date) =>
  count(tx, now, `ticket-say:${actor.accountId}`, writing)

async function count(tx: Tx, now: Date, key: string, limit: Limit): Promise<void> {
  await passLimits(tx, now, { [key]: limit })
}
