import type { CodeHandle, Me, PhoneChangeId } from '@kolosok/contract'
import { checkCode, findOwner, getMe, lockPhone, markCodeUsed, readPhone, revokeOpenCodes } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { countLimits, waitForLimits } from '#platform/rate-limits.ts'
import { askingLimits } from './limits.ts'
import { insertPhoneChange, lockPhoneChange, updatePhoneChange } from './store.ts'
import { tellBoth } from './tell.ts'
import { writeDown } from './write-down.ts'

type Asking = {
  readonly phoneChangeId: PhoneChangeId
  readonly phone: string
  readonly handle?: CodeHandle | undefined
  readonly code?: string | undefined
  readonly address: string
}

/** The old phone is lost: somebody who is in asks for a decision. Where there are SMS, the new number proves itself. */
export async function askForPhoneChange(context: Context, actor: Actor, asking: Asking): Promise<Me> {
  const phone = readPhone(asking.phone)
  const outcome = await transact(context.db, async (tx, afterCommit) => {
    const asked = await lockPhoneChange(tx, asking.phoneChangeId)
    if (asked) return asked.accountId === actor.accountId ? getMe(tx, actor.accountId) : new AppError('not-found')
    const proof = await proveNew(context, tx, actor, { ...asking, phone })
    if (proof instanceof AppError) return proof
    await startChange(context, tx, actor, { id: asking.phoneChangeId, accountId: actor.accountId, phone }, afterCommit)
    return getMe(tx, actor.accountId)
  })
  if (outcome instanceof AppError) throw outcome
  return outcome
}

async function proveNew(
  context: Context,
  tx: Tx,
  actor: Actor,
  { phone, handle, code, address }: Asking,
): Promise<AppError | null> {
  if (!context.sms.isOn) return null
  if (handle === undefined || code === undefined) return invalidFields({ code: 'required' })
  const held = await checkCode(context, tx, { handle, code, address })
  if (held instanceof AppError) return held
  const isOfNumber = held.way === 'sms' && held.phone === phone
  if (held.account_id !== actor.accountId || !isOfNumber) return new AppError('code-spent')
  await markCodeUsed(tx, handle, context.clock())
  return null
}

type Started = { readonly id: PhoneChangeId; readonly accountId: Actor['accountId']; readonly phone: string }

/** For oneself or in somebody's name: told to the old number at once, and open to «Это не я» from then on. */
export async function startChange(
  context: Context,
  tx: Tx,
  actor: Actor,
  { id, accountId, phone }: Started,
  afterCommit: AfterCommit,
): Promise<void> {
  await lockPhone(tx, phone)
  const me = await getMe(tx, accountId)
  if (me.phone === phone && me.isPhoneVerified) throw new AppError('phone-same')
  if (await findOwner(tx, phone)) throw new AppError('number-has-account')
  const oldPhone = me.isPhoneVerified ? me.phone : null
  const change = { id, accountId, oldPhone, newPhone: phone, requestedBy: actor.accountId, now: context.clock() }
  const limits = askingLimits(change)
  const seconds = await waitForLimits(tx, change.now, limits)
  if (seconds > 0) throw new AppError('too-many-requests', { params: { seconds } })
  if (!(await insertPhoneChange(tx, change))) throw new AppError('phone-change-waiting')
  await countLimits(tx, change.now, limits)
  await tellBoth(context, tx, change, 'requested')
  await writeDown(context, tx, actor, { change, action: 'phone-change.requested' }, afterCommit)
}

/** «Это не я»: nothing comes of it, and a code that was handed over opens nothing. */
export async function stopPhoneChange(context: Context, actor: Actor, id: PhoneChangeId): Promise<Me> {
  return transact(context.db, async (tx, afterCommit) => {
    const change = await lockPhoneChange(tx, id)
    if (change?.accountId !== actor.accountId) throw new AppError('not-found')
    if (change.state !== 'requested' && change.state !== 'agreed') throw new AppError('phone-change-over')
    const endedAt = context.clock()
    await updatePhoneChange(tx, id, { state: 'stopped', endedAt })
    await revokeOpenCodes(tx, endedAt, { accountId: actor.accountId })
    await writeDown(context, tx, actor, { change, action: 'phone-change.stopped' }, afterCommit)
    return getMe(tx, actor.accountId)
  })
}
