import type { AccountId } from '@kolosok/contract'
import { networkOf } from '#platform/network-of.ts'
import type { Limit, Limits } from '#platform/rate-limits.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

// Why these and no others: docs/adr/0009-who-waits-after-wrong-codes.md

/** Each code that one network asks for, for one number or address, doubles its wait before the next. */
const sending: Limit = { every: 1, firstWaitMs: 30 * SECOND, longestWaitMs: HOUR, forgetMs: 24 * HOUR }
/** Codes for one number from wherever it has never been used: bounds what many networks guess together. */
const sendingToStrangers: Limit = { every: 10, firstWaitMs: 15 * MINUTE, longestWaitMs: 12 * HOUR, forgetMs: 24 * HOUR }
/** Every fifth wrong code that one network types for one number, or one account for any. */
const guessing: Limit = { every: 5, firstWaitMs: 30 * SECOND, longestWaitMs: HOUR, forgetMs: 24 * HOUR }
// A whole kindergarten comes from one network, on one evening.
const sendingFromNetwork: Limit = { every: 60, firstWaitMs: 5 * MINUTE, longestWaitMs: HOUR, forgetMs: HOUR }
const guessingFromNetwork: Limit = { every: 30, firstWaitMs: MINUTE, longestWaitMs: HOUR, forgetMs: HOUR }

type Whom = { phone: string; address: string; email?: string | null; accountId?: AccountId | null }

/** `isFamiliar`: the account this may open has been used from that network before. */
export const sendLimits = ({
  phone,
  email,
  accountId,
  address,
  isFamiliar,
  isPhoneCounted,
}: Whom & { isFamiliar: boolean; isPhoneCounted: boolean }): Limits => ({
  ...(!isPhoneCounted && { [sentHere(`phone:${phone}`, address)]: sending }),
  ...(email && { [sentHere(`email:${email}`, address)]: sending }),
  ...(accountId && { [`code-sent:account:${accountId}`]: sending }),
  ...(!isFamiliar && { [`code-sent:phone:${phone}`]: sendingToStrangers }),
  ...(!isFamiliar && email && { [`code-sent:email:${email}`]: sendingToStrangers }),
  [`code-sent:network:${networkOf(address)}`]: sendingFromNetwork,
})

/** What wrong codes raise. They keep from asking for another code, never a right one from entering. */
export const codeLimits = ({ phone, accountId, address }: Whom): Limits => ({
  [wrongHere(phone, address)]: guessing,
  ...(accountId && { [`code-wrong:account:${accountId}`]: guessing }),
  [wrongFrom(address)]: guessingFromNetwork,
})

/** What a right code makes good. */
export const forgivenBy = ({ phone, email, address }: Omit<Whom, 'accountId'>): string[] => [
  wrongHere(phone, address),
  sentHere(`phone:${phone}`, address),
  ...(email ? [sentHere(`email:${email}`, address)] : []),
]

export const wrongPersonalCodeKey = ({ phone, address }: Whom) =>
  `personal-code-wrong:phone:${phone}:${networkOf(address)}`
export const personalCodeLimits = (whom: Whom): Limits => ({
  [wrongPersonalCodeKey(whom)]: guessing,
  [wrongFrom(whom.address)]: guessingFromNetwork,
})

export const linkLimits = (address: string): Limits => ({ [wrongFrom(address)]: guessingFromNetwork })

const sentHere = (what: string, address: string) => `code-sent:${what}:${networkOf(address)}`
const wrongHere = (phone: string, address: string) => `code-wrong:phone:${phone}:${networkOf(address)}`
const wrongFrom = (address: string) => `code-wrong:network:${networkOf(address)}`
