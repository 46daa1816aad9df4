import type { Tx } from '#platform/db.ts'
import { type Limit, passLimits } from '#platform/rate-limits.ts'
import type { Place } from './decision.store.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** One may think again, and again; but each time stays for ever, and tells the staff. */
const deciding: Limit = { every: 20, firstWaitMs: 10 * MINUTE, longestWaitMs: 12 * HOUR, forgetMs: 12 * HOUR }

export async function limitDeciding(tx: Tx, { purposeId, unitId }: Place, now: Date): Promise<void> {
  const limits = { [`consent:${purposeId}:${unitId}`]: deciding }
  await passLimits(tx, now, limits)
}
