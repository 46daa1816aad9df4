import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { networkOf } from '#platform/network-of.ts'
import { type Limit, passLimits } from '#platform/rate-limits.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** More articles than somebody reads in an hour, and little for a robot. */
const voting: Limit = { every: 30, firstWaitMs: 10 * MINUTE, longestWaitMs: 12 * HOUR, forgetMs: 12 * HOUR }

export async function limitVoting(tx: Tx, actor: Actor | null, address: string, now: Date): Promise<void> {
  const limits = { [`article-vote:${actor?.accountId ?? networkOf(address)}`]: voting }
  await passLimits(tx, now, limits)
}
