import type { CodeHandle, CodeSent, Me } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import {
  type AccountNames,
  findOwner,
  getMe,
  lockPhone,
  takePhone,
  updateNames,
  updateUnverifiedPhone,
} from './account.store.ts'
import { checkCode } from './check-code.ts'
import { markCodeUsed } from './code.store.ts'
import { readPhone, sendCode } from './send-code.ts'
import type { SignInPort } from './sign-in-port.ts'

export async function changeNames({ db, bus }: Context, actor: Actor, names: AccountNames): Promise<Me> {
  return transact(db, async (tx, afterCommit) => {
    await updateNames(tx, actor.accountId, names)
    afterCommit(() => {
      publishStale(bus, [actor.accountId], 'account')
    })
    return getMe(tx, actor.accountId)
  })
}

/** Types a number without proving it. A proven one is changed another way. */
export async function givePhone({ db, bus }: Context, actor: Actor, typed: string): Promise<Me> {
  const phone = readPhone(typed)
  return transact(db, async (tx, afterCommit) => {
    refuseIfProven(await getMe(tx, actor.accountId))
    await updateUnverifiedPhone(tx, actor.accountId, phone)
    afterCommit(() => {
      publishStale(bus, [actor.accountId], 'account')
    })
    return getMe(tx, actor.accountId)
  })
}

export async function sendPhoneCode(
  context: Context,
  { accountId }: Actor,
  typed: string,
  address: string,
): Promise<CodeSent> {
  const phone = readPhone(typed)
  refuseIfProven(await getMe(context.db, accountId))
  return sendCode(context, { purpose: 'phone', phone, way: 'sms', email: null, accountId, address })
}

/** Proves the number of this account. One that another account has proven stays there. */
export async function provePhone(
  context: Context,
  port: SignInPort,
  actor: Actor,
  { handle, code, address }: { handle: CodeHandle; code: string; address: string },
): Promise<Me> {
  const outcome = await transact(context.db, async (tx, afterCommit) => {
    const held = await checkCode(context, tx, { handle, code, address })
    if (held instanceof AppError) return held
    // One that came by mail speaks for an address, whatever number was typed beside it.
    if (held.account_id !== actor.accountId || held.way !== 'sms') return new AppError('code-spent')
    refuseIfProven(await getMe(tx, actor.accountId))
    await lockPhone(tx, held.phone)
    if (await findOwner(tx, held.phone)) return new AppError('number-has-account')
    await markCodeUsed(tx, handle, context.clock())
    const losers = await takePhone(tx, actor.accountId, held.phone)
    const subject = { organizationId: null, subjectKind: 'account', subjectId: actor.accountId }
    await recordAudit(tx, actor, { ...subject, action: 'phone.proven' })
    const me = await getMe(tx, actor.accountId)
    const { phone, isPhoneVerified, email, accountId } = me
    const entered = { actor, accountId, phone, isPhoneVerified, email, isEmailVerified: email !== null }
    await port.entered(tx, entered, afterCommit)
    afterCommit(() => {
      publishStale(context.bus, [actor.accountId, ...losers], 'account')
    })
    return me
  })
  if (outcome instanceof AppError) throw outcome
  return outcome
}

function refuseIfProven({ isPhoneVerified }: Me): void {
  if (isPhoneVerified) throw new AppError('phone-proven')
}
