import type { FilesContext } from '#files/index.ts'
import { AppError } from '#platform/app-error.ts'
import { transact } from '#platform/db.ts'
import { countLimits, type Limit, waitForLimits } from '#platform/rate-limits.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const ofOne: Limit = { every: 10, firstWaitMs: 10 * MINUTE, longestWaitMs: 12 * HOUR, forgetMs: HOUR }
const ofAll: Limit = { every: 200, firstWaitMs: 5 * MINUTE, longestWaitMs: HOUR, forgetMs: HOUR }

/** Of one sender or into one ticket. What is too much stays with the sending server, which tries again: nothing is lost. */
export async function limitTaking({ db, clock }: FilesContext, whose: string, isNew: boolean): Promise<void> {
  const limits = { [`letter-in:${whose}`]: ofOne, ...(isNew && { 'letters-in': ofAll }) }
  const seconds = await transact(db, async (tx) => {
    const wait = await waitForLimits(tx, clock(), limits)
    if (wait === 0) await countLimits(tx, clock(), limits)
    return wait
  })
  if (seconds > 0) throw new AppError('too-many-requests', { params: { seconds } })
}
