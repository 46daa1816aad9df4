import { AppError } from '#platform/app-error.ts'
import { transact } from '#platform/db.ts'
import { networkOf } from '#platform/network-of.ts'
import { countLimits, type Limit, waitForLimits } from '#platform/rate-limits.ts'
import type { ApplicationsContext } from './context.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What anybody may do without an account, per network: generous for one organization, short for a robot. */
const limits = {
  'application-draft': { every: 40, firstWaitMs: 5 * MINUTE, longestWaitMs: HOUR, forgetMs: HOUR },
  'application-order': { every: 20, firstWaitMs: 5 * MINUTE, longestWaitMs: HOUR, forgetMs: HOUR },
  'application-submit': { every: 30, firstWaitMs: 5 * MINUTE, longestWaitMs: HOUR, forgetMs: HOUR },
} as const satisfies Record<string, Limit>

export async function limitByAddress(
  { db, clock }: ApplicationsContext,
  address: string,
  what: keyof typeof limits,
): Promise<void> {
  const own = { [`${what}:${networkOf(address)}`]: limits[what] }
  const seconds = await transact(db, async (tx) => {
    const wait = await waitForLimits(tx, clock(), own)
    if (wait === 0) await countLimits(tx, clock(), own)
    return wait
  })
  if (seconds > 0) throw new AppError('too-many-requests', { params: { seconds } })
}
