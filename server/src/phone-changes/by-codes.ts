import type { CodeHandle, CodeSent, Me } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import {
  checkCode,
  findOwner,
  getMe,
  lockPhone,
  markCodeUsed,
  readPhone,
  sendCode,
  type SignInPort,
  takePhone,
} from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { stopOpenChange } from './store.ts'
import { tellBoth } from './tell.ts'

type Wish = { readonly phone: string; readonly old: 'sms' | 'email' | 'none'; readonly address: string }
type Sent = { readonly new: CodeSent | null; readonly old: CodeSent | null }

/** To the new number and to what proves the old one: its own phone, or the address that the account has proved. */
export async function sendChangeCodes(context: Context, { accountId }: Actor, wish: Wish): Promise<Sent> {
  const { old, address } = wish
  const phone = readPhone(wish.phone)
  const me = await getMe(context.db, accountId)
  if (me.phone === phone && me.isPhoneVerified) throw new AppError('phone-same')
  const hasWay = old === 'sms' ? me.isPhoneVerified && me.phone !== null : old === 'none' || me.email !== null
  if (!hasWay || (old !== 'none' && !context.sms.isOn)) throw new AppError('way-off')
  const toNew = context.sms.isOn
    ? await sendCode(context, { purpose: 'phoneChange', phone, way: 'sms', email: null, accountId, address })
    : null
  if (old === 'none') return { new: toNew, old: null }
  const before = {
    purpose: 'phoneChange' as const,
    phone: me.phone ?? phone,
    email: me.email,
    accountId,
    address,
    isToOneself: true,
    countedWith: phone,
  }
  return { new: toNew, old: await sendCode(context, { ...before, way: old }) }
}

type Typed = {
  readonly newHandle: CodeHandle
  readonly newCode: string
  readonly oldHandle: CodeHandle
  readonly oldCode: string
  readonly address: string
}

/** Both ends are in one hand: the number is the account's at once. */
export async function changeByCodes(context: Context, port: SignInPort, actor: Actor, typed: Typed): Promise<Me> {
  const outcome = await transact(context.db, async (tx, afterCommit) => {
    const before = await getMe(tx, actor.accountId)
    const fresh = await checkOwn(context, tx, actor, { which: 'new', typed })
    if (fresh instanceof AppError) return fresh
    const old = await checkOwn(context, tx, actor, { which: 'old', typed })
    if (old instanceof AppError) return old
    // Two codes to one and the same number prove nothing of the other.
    const isOld = old.phone === before.phone && (old.way === 'sms' || old.email === before.email)
    if (fresh.way !== 'sms' || !isOld || fresh.phone === old.phone) return new AppError('code-spent')
    await lockPhone(tx, fresh.phone)
    if (await findOwner(tx, fresh.phone)) return new AppError('number-has-account')
    const now = context.clock()
    for (const handle of [typed.newHandle, typed.oldHandle]) await markCodeUsed(tx, handle, now)
    return take(context, port, tx, { actor, before, phone: fresh.phone }, afterCommit)
  })
  if (outcome instanceof AppError) throw outcome
  return outcome
}

type Checked = { readonly which: 'new' | 'old'; readonly typed: Typed }

async function checkOwn(context: Context, tx: Tx, { accountId }: Actor, { which, typed }: Checked) {
  const { address } = typed
  const given = { handle: typed[`${which}Handle`], code: typed[`${which}Code`], address }
  const held = await checkCode(context, tx, given)
  if (held instanceof AppError) return new AppError(held.code, { params: { ...held.params, which } })
  return held.account_id === accountId ? held : new AppError('code-spent', { params: { which } })
}

async function take(
  context: Context,
  port: SignInPort,
  tx: Tx,
  { actor, before, phone }: { actor: Actor; before: Me; phone: string },
  afterCommit: AfterCommit,
): Promise<Me> {
  const { accountId } = actor
  const losers = await takePhone(tx, accountId, phone)
  await stopOpenChange(tx, accountId, context.clock())
  const subject = { organizationId: null, subjectKind: 'account', subjectId: accountId }
  await recordAudit(tx, actor, { ...subject, action: 'phone.changed' })
  await tellBoth(context, tx, { accountId, oldPhone: before.phone, newPhone: phone }, 'done')
  const { email } = before
  const entered = { actor, accountId, phone, isPhoneVerified: true, email, isEmailVerified: email !== null }
  await port.entered(tx, entered, afterCommit)
  afterCommit(() => {
    publishStale(context.bus, [accountId, ...losers], 'account', 'devices')
  })
  return getMe(tx, accountId)
}
