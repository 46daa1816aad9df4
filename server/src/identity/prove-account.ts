import type { AccountId, CodeHandle, PersonalCodeId } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { countLimits, waitForLimits } from '#platform/rate-limits.ts'
import { findAccount, findOwner, type KnownAccount, listByEmail } from './account.store.ts'
import { checkCode } from './check-code.ts'
import { isAsleep } from './find-account.ts'
import { personalCodeLimits } from './limits.ts'
import { lockPersonalCode } from './personal-code.store.ts'
import { hashSecret, readPersonalCode } from './secrets.ts'

/** What somebody who is signed in shows of another account: a code sent for them, or a personal code of that account. */
type ProofOfAccount = { readonly handle: CodeHandle; readonly code: string } | { readonly personalCode: string }

export type ProvenAccount = {
  readonly accountId: AccountId
  readonly way: 'sms' | 'email' | 'personal-code'
  readonly personalCodeId: PersonalCodeId | null
}

type Proving = {
  readonly by: AccountId
  readonly phone: string
  readonly proof: ProofOfAccount
  readonly address: string
}

/**
 * Whose account a number is, by whoever could sign in to it. Nothing is used up yet. A refusal is returned, not thrown:
 * the attempt it counted must be committed.
 */
export async function proveAccount(context: Context, tx: Tx, proving: Proving): Promise<ProvenAccount | AppError> {
  const { proof } = proving
  return 'personalCode' in proof
    ? proveByPersonalCode(context, tx, { ...proving, code: proof.personalCode })
    : proveBySentCode(context, tx, { ...proving, ...proof })
}

type Sent = Omit<Proving, 'proof'> & { readonly handle: CodeHandle; readonly code: string }

async function proveBySentCode(
  context: Context,
  tx: Tx,
  { by, phone, handle, code, address }: Sent,
): Promise<ProvenAccount | AppError> {
  const held = await checkCode(context, tx, { handle, code, address })
  if (held instanceof AppError) return held
  if (held.account_id !== by || held.phone !== phone) return new AppError('code-spent')
  const account = held.way === 'sms' ? await findOwner(tx, phone) : await findByAddress(tx, phone, held.email)
  if (!account) return new AppError('account-unknown')
  // An SMS speaks for whoever holds the number now, and a number that slept may have changed hands.
  if (held.way === 'sms' && isAsleep(account, context.clock())) return new AppError('number-asleep')
  return { accountId: account.id, way: held.way, personalCodeId: null }
}

/** The letter went to the account's own address, or to the one that was named for it. */
async function findByAddress(tx: Tx, phone: string, email: string | null): Promise<KnownAccount | undefined> {
  const accounts = email === null ? [] : await listByEmail(tx, email)
  return accounts.find((account) => account.phone === phone || account.unverifiedPhone === phone)
}

/** Handed over in person for that account: it would open it just as well. */
async function proveByPersonalCode(
  context: Context,
  tx: Tx,
  { by, phone, code, address }: Omit<Proving, 'proof'> & { readonly code: string },
): Promise<ProvenAccount | AppError> {
  const now = context.clock()
  const limits = personalCodeLimits({ phone, address })
  const wait = await waitForLimits(tx, now, limits)
  if (wait > 0) return new AppError('too-many-attempts', { params: { seconds: wait } })
  const held = await lockPersonalCode(tx, hashSecret(context, 'personal-code', readPersonalCode(code)))
  const account = held?.account_id ? await findAccount(tx, held.account_id) : undefined
  if (!held || !account || !(account.phone === phone || account.unverifiedPhone === phone)) {
    const { seconds, left } = await countLimits(tx, now, limits)
    if (seconds > 0) return new AppError('too-many-attempts', { params: { seconds } })
    return new AppError('personal-code-wrong', { params: { attemptsLeft: left } })
  }
  if (held.used_at) return new AppError('personal-code-used')
  if (held.expires_at <= now) return new AppError('personal-code-late')
  // It lets somebody else back in; for good it would be theirs who are trusted to hand it over.
  if (held.created_by === by) return new AppError('merge-own-code')
  return { accountId: account.id, way: 'personal-code', personalCodeId: held.id }
}
