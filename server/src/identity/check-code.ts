import type { CodeHandle } from '@kolosok/contract'

import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { countLimits, waitForLimits } from '#platform/rate-limits.ts'
import { type HeldCode, lockCode, updateAttempts } from './code.store.ts'
import { codeLimits } from './limits.ts'
import { digitsOf, hashSecret, isSame } from './secrets.ts'

const ATTEMPTS = 5

/**
 * A code has five attempts and no other limit: what wrong ones raise makes asking for another one wait.
 *
 * The code that the handle stands for, if these are its digits; else why not. A refusal is returned,
 * not thrown: the attempt it counted must be committed.
 */
export async function checkCode(
  context: Context,
  tx: Tx,
  { handle, code, address }: { handle: CodeHandle; code: string; address: string },
): Promise<HeldCode | AppError> {
  const now = context.clock()
  const held = await lockCode(tx, handle)
  if (!held) return new AppError('code-spent')
  const limits = codeLimits({ phone: held.phone, accountId: held.account_id, address })
  const wait = await waitForLimits(tx, now, limits)
  if (held.used_at || held.attempts >= ATTEMPTS) return spent(wait)
  if (held.expires_at <= now) return new AppError('code-late')
  if (isSame(held.code_hash, hashSecret(context, handle, digitsOf(code)))) return held

  const attempts = held.attempts + 1
  await updateAttempts(tx, handle, attempts)
  const { seconds } = await countLimits(tx, now, limits)
  if (attempts >= ATTEMPTS) return spent(seconds)
  return new AppError('code-wrong', { params: { attemptsLeft: ATTEMPTS - attempts } })
}

/** The next step is another code; at once, or after the wait. */
const spent = (seconds: number) =>
  seconds > 0 ? new AppError('too-many-attempts', { params: { seconds } }) : new AppError('code-spent')
