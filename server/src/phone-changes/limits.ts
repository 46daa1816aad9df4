import type { AccountId } from '@kolosok/contract'
import type { Limit, Limits } from '#platform/rate-limits.ts'

const HOUR = 60 * 60 * 1000

/** Each asking sends an SMS to the number that was: nobody's phone is made to ring all day. */
const toOne: Limit = { every: 5, firstWaitMs: HOUR, longestWaitMs: 24 * HOUR, forgetMs: 24 * HOUR }
/** What an office has to do in a day, however many phones are lost. */
const byOne: Limit = { every: 20, firstWaitMs: HOUR, longestWaitMs: 24 * HOUR, forgetMs: 24 * HOUR }

export const askingLimits = (change: { accountId: AccountId; requestedBy: AccountId }): Limits => ({
  [`phone-change:of:${change.accountId}`]: toOne,
  [`phone-change:by:${change.requestedBy}`]: byOne,
})
