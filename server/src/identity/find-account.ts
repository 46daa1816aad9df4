import type { AccountId } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import {
  findOwner,
  insertAccount,
  type KnownAccount,
  listByEmail,
  listTypists,
  lockPhone,
  takePhone,
  updateUnverifiedPhone,
} from './account.store.ts'

const ASLEEP_AFTER_MS = 180 * 24 * 3600 * 1000

/** Whose account it is, and who lost the number to it; or why that can't be said yet. */
export type Found = { readonly accountId: AccountId; readonly isNew: boolean; readonly losers: readonly AccountId[] }

type Asked = { readonly phone: string; readonly startAnew: boolean; readonly now: Date }

export const isAsleep = ({ usedAt }: KnownAccount, now: Date) => now.getTime() - usedAt.getTime() > ASLEEP_AFTER_MS
const known = (accountId: AccountId): Found => ({ accountId, isNew: false, losers: [] })

/**
 * Whoever proves a number has the account of that number. Two doubts are put to the person, who says
 * «я здесь впервые» by `startAnew`: a number unused for half a year may have a new owner, who never
 * inherits; and a number that somebody typed without proving it may be the same person's.
 */
export async function findByProvenPhone(tx: Tx, { phone, startAnew, now }: Asked): Promise<Found | AppError> {
  await lockPhone(tx, phone)
  const owner = await findOwner(tx, phone)
  if (owner && !isAsleep(owner, now)) return { ...known(owner.id), losers: await takePhone(tx, owner.id, phone) }
  if (owner && !startAnew) return new AppError('number-asleep')
  return createWithProvenPhone(tx, { phone, startAnew, now })
}

async function createWithProvenPhone(tx: Tx, { phone, startAnew, now }: Asked): Promise<Found | AppError> {
  if (!startAnew && (await listTypists(tx, phone)).length > 0) return new AppError('number-unproven')
  const accountId = await insertAccount(tx, now, {})
  return { accountId, isNew: true, losers: await takePhone(tx, accountId, phone) }
}

/** By a code to an address: the account of that address and number; else a new one. */
export async function findByEmail(tx: Tx, { phone, email, now }: Asked & { email: string }): Promise<Found> {
  await lockPhone(tx, phone)
  const accounts = await listByEmail(tx, email)
  const same = accounts.find((account) => account.phone === phone || account.unverifiedPhone === phone)
  if (same) return known(same.id)
  // One that lost its number to whoever proved it is asked for its own: this is the answer.
  const lost = accounts.filter((account) => account.phone === null && account.unverifiedPhone === null)
  const [only] = lost
  if (only && lost.length === 1) {
    await updateUnverifiedPhone(tx, only.id, phone)
    return known(only.id)
  }
  const accountId = await insertAccount(tx, now, { email, unverifiedPhone: phone })
  return { accountId, isNew: true, losers: [] }
}

/** By an operator's personal code for this very number, which the operator thereby vouches for. */
export async function createVouchedFor(tx: Tx, asked: Asked): Promise<Found | AppError> {
  await lockPhone(tx, asked.phone)
  const owner = await findOwner(tx, asked.phone)
  if (owner && !isAsleep(owner, asked.now)) return new AppError('number-has-account')
  if (owner && !asked.startAnew) return new AppError('number-asleep')
  return createWithProvenPhone(tx, asked)
}

/**
 * By an invitation's slip: always a new account, since a slip must not open an existing one. Its
 * owner is told to sign in by the own ways; only who holds a valid slip learns that there is one, and
 * every answer counts as an attempt.
 */
export async function createInvited(tx: Tx, { phone, startAnew, now }: Asked): Promise<Found | AppError> {
  await lockPhone(tx, phone)
  const owner = await findOwner(tx, phone)
  if (owner && !isAsleep(owner, now)) return new AppError('number-has-account')
  if (!startAnew && (await listTypists(tx, phone)).length > 0) return new AppError('number-unproven')
  const accountId = await insertAccount(tx, now, { unverifiedPhone: phone })
  return { accountId, isNew: true, losers: [] }
}
