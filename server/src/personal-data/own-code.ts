import type { CodeHandle, CodeSent } from '@kolosok/contract'
import { checkCode, findOwnWay, sendCode } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'

/** To the own number or address, before the account goes; null where the installation can send to neither. */
export async function sendDeletionCode(
  context: Context,
  actor: Actor,
  address: string,
): Promise<{ code: CodeSent | null }> {
  const { phone, email, way } = await findOwnWay(context, context.db, actor)
  if (way === null || phone === null) return { code: null }
  const { accountId } = actor
  return {
    code: await sendCode(context, { purpose: 'deletion', phone, email, way, accountId, address, isToOneself: true }),
  }
}

export type GivenCode = { readonly handle: CodeHandle; readonly code: string }

/**
 * A phone left lying open must not cost somebody their account: whoever deletes it holds the number, too. A refusal is
 * returned, so that the attempt it counted is kept.
 */
export async function refuseStranger(
  context: Context,
  tx: Tx,
  actor: Actor,
  given: { readonly code: GivenCode | null; readonly address: string },
): Promise<AppError | null> {
  const { phone, email, way } = await findOwnWay(context, tx, actor)
  if (way === null || phone === null) return null
  if (given.code === null) return invalidFields({ code: 'required' })
  const held = await checkCode(context, tx, { ...given.code, address: given.address })
  if (held instanceof AppError) return held
  const isOwn = held.account_id === actor.accountId && held.way === way && held.phone === phone
  return isOwn && (way === 'sms' || held.email === email) ? null : new AppError('code-spent')
}
