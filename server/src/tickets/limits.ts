import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import { countLimits, type Limit, waitForLimits } from '#platform/rate-limits.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** More than somebody in trouble writes, and little for a robot. */
const asking: Limit = { every: 5, firstWaitMs: 10 * MINUTE, longestWaitMs: 12 * HOUR, forgetMs: 12 * HOUR }
const writing: Limit = { every: 20, firstWaitMs: 2 * MINUTE, longestWaitMs: HOUR, forgetMs: HOUR }

export const limitAsking = (tx: Tx, actor: Actor, now: Date) => count(tx, now, `ticket-ask:${actor.accountId}`, asking)
export const limitWriting = (tx: Tx, actor: Actor, now: Date) =>
  count(tx, now, `ticket-say:${actor.accountId}`, writing)

async function count(tx: Tx, now: Date, key: string, limit: Limit): Promise<void> {
  const seconds = await waitForLimits(tx, now, { [key]: limit })
  if (seconds > 0) throw new AppError('too-many-requests', { params: { seconds } })
  await countLimits(tx, now, { [key]: limit })
}
