import type { FilesContext } from '#files/index.ts'
import { AppError } from '#platform/app-error.ts'
import { transact, type Tx } from '#platform/db.ts'
import { countLimits, type Limit, type Limits, waitForLimits } from '#platform/rate-limits.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const ofOne: Limit = { every: 10, firstWaitMs: 10 * MINUTE, longestWaitMs: 12 * HOUR, forgetMs: HOUR }
/** Of one sending server: whoever forges senders uses up this, long before what is there for all. */
const ofNetwork: Limit = { every: 40, firstWaitMs: 10 * MINUTE, longestWaitMs: 12 * HOUR, forgetMs: HOUR }
const ofAll: Limit = { every: 400, firstWaitMs: 5 * MINUTE, longestWaitMs: HOUR, forgetMs: HOUR }
const refused: Limit = { every: 30, firstWaitMs: 10 * MINUTE, longestWaitMs: 12 * HOUR, forgetMs: HOUR }
/** A day's letters that nobody has looked at before they went to an address that somebody wrote down as theirs. */
const answers: Limit = { every: 5, firstWaitMs: DAY, longestWaitMs: DAY, forgetMs: DAY }
const applications: Limit = { every: 3, firstWaitMs: DAY, longestWaitMs: DAY, forgetMs: DAY }

type Taking = { readonly whose: string; readonly isNew: boolean; readonly network: string | undefined }

/**
 * Of one sender or into one ticket, and of one sending server. What is too much stays where it is, and comes again:
 * nothing is lost.
 */
export async function limitTaking({ db, clock }: FilesContext, { whose, isNew, network }: Taking): Promise<void> {
  const limits: Limits = {
    [`letter-in:${whose}`]: ofOne,
    ...(isNew && { 'letters-in': ofAll }),
    ...(isNew && network !== undefined && { [`letters-in:${network}`]: ofNetwork }),
  }
  const seconds = await transact(db, (tx) => countUnlessOver(tx, clock(), limits))
  if (seconds > 0) throw new AppError('too-many-requests', { params: { seconds } })
}

export const mayAnswer = async ({ clock }: FilesContext, tx: Tx, address: string): Promise<boolean> =>
  (await countUnlessOver(tx, clock(), { [`letter-answer:${address}`]: answers })) === 0

export const mayBegin = async ({ clock }: FilesContext, tx: Tx, address: string): Promise<boolean> =>
  (await countUnlessOver(tx, clock(), { [`application-letter:${address}`]: applications })) === 0

/** A server that sends nothing but what is refused is not listened to for a while. */
export const countRefused = ({ db, clock }: FilesContext, network: string): Promise<number> =>
  transact(db, (tx) => countUnlessOver(tx, clock(), { [refusedOf(network)]: refused }))

export const isShutOut = async ({ db, clock }: FilesContext, network: string): Promise<boolean> =>
  transact(db, async (tx) => (await waitForLimits(tx, clock(), { [refusedOf(network)]: refused })) > 0)

const refusedOf = (network: string) => `letters-refused:${network}`

async function countUnlessOver(tx: Tx, now: Date, limits: Limits): Promise<number> {
  const seconds = await waitForLimits(tx, now, limits)
  if (seconds === 0) await countLimits(tx, now, limits)
  return seconds
}
