import type { AccountId } from '@kolosok/contract'
import type { Limit, Limits } from '#platform/rate-limits.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Each code to one number or address doubles the wait before the next. */
const sending: Limit = { every: 1, firstWaitMs: 30 * SECOND, longestWaitMs: HOUR, forgetMs: 24 * HOUR }
/** Every fifth wrong code for one number or account. */
const guessing: Limit = { every: 5, firstWaitMs: 30 * SECOND, longestWaitMs: HOUR, forgetMs: 24 * HOUR }
// A whole kindergarten comes from one network address, on one evening.
const sendingFromAddress: Limit = { every: 60, firstWaitMs: 5 * MINUTE, longestWaitMs: HOUR, forgetMs: HOUR }
const guessingFromAddress: Limit = { every: 30, firstWaitMs: MINUTE, longestWaitMs: HOUR, forgetMs: HOUR }

type Whom = { phone: string; address: string; email?: string | null; accountId?: AccountId | null }

export const sendLimits = ({ phone, email, accountId, address }: Whom): Limits => ({
  [`code-sent:phone:${phone}`]: sending,
  ...(email && { [`code-sent:email:${email}`]: sending }),
  ...(accountId && { [`code-sent:account:${accountId}`]: sending }),
  [`code-sent:address:${address}`]: sendingFromAddress,
})

export const codeLimits = ({ phone, accountId, address }: Whom): Limits => ({
  [`code-wrong:phone:${phone}`]: guessing,
  ...(accountId && { [`code-wrong:account:${accountId}`]: guessing }),
  [`code-wrong:address:${address}`]: guessingFromAddress,
})

/** What a right code makes good. */
export const forgivenBy = ({ phone, email }: Pick<Whom, 'phone' | 'email'>): string[] => [
  `code-wrong:phone:${phone}`,
  `code-sent:phone:${phone}`,
  ...(email ? [`code-sent:email:${email}`] : []),
]

export const wrongPersonalCodeKey = (phone: string) => `personal-code-wrong:phone:${phone}`
export const personalCodeLimits = ({ phone, address }: Whom): Limits => ({
  [wrongPersonalCodeKey(phone)]: guessing,
  [`code-wrong:address:${address}`]: guessingFromAddress,
})

export const linkLimits = (address: string): Limits => ({ [`code-wrong:address:${address}`]: guessingFromAddress })
