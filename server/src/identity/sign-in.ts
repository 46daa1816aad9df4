import type { CodeHandle } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { countLimits, forgetLimits, waitForLimits } from '#platform/rate-limits.ts'
import { findAccount, updateUnverifiedPhone } from './account.store.ts'
import { checkCode } from './check-code.ts'
import { markCodeUsed } from './code.store.ts'
import { enter, type Entrance, type In } from './enter.ts'
import { createInvited, createVouchedFor, findByEmail, findByProvenPhone, type Found } from './find-account.ts'
import { forgivenBy, personalCodeLimits, wrongPersonalCodeKey } from './limits.ts'
import { lockPersonalCode, markPersonalCodeUsed } from './personal-code.store.ts'
import { hashSecret, readPersonalCode } from './secrets.ts'
import type { CameBack, SignInPort } from './sign-in-port.ts'

type From = Omit<Entrance, 'way'>

/** Runs what may refuse after counting: the count is committed, then the refusal thrown. */
async function decide(context: Context, work: (tx: Tx, after: AfterCommit) => Promise<In | AppError>): Promise<In> {
  const outcome = await transact(context.db, work)
  if (outcome instanceof AppError) throw outcome
  return outcome
}

export function signIn(
  context: Context,
  port: SignInPort,
  { handle, code, startAnew = false }: { handle: CodeHandle; code: string; startAnew?: boolean | undefined },
  from: From,
): Promise<In> {
  return decide(context, async (tx, afterCommit) => {
    const now = context.clock()
    const held = await checkCode(context, tx, { handle, code, address: from.client.address })
    if (held instanceof AppError) return held
    if (held.account_id) return new AppError('code-spent') // Sent to prove a number, not to sign in.
    const asked = { phone: held.phone, startAnew, now }
    const found =
      held.way === 'email'
        ? await findByEmail(tx, { ...asked, email: held.email ?? '' })
        : await findByProvenPhone(tx, asked)
    if (found instanceof AppError) return found
    await markCodeUsed(tx, handle, now)
    await forgetLimits(tx, forgivenBy({ ...held, address: from.client.address }))
    return enter(context, port, tx, found, { ...from, way: held.way }, afterCommit)
  })
}

type PersonalCodeTyped = { phone: string; code: string; startAnew?: boolean | undefined }

export function signInWithPersonalCode(
  context: Context,
  port: SignInPort,
  typed: PersonalCodeTyped,
  from: From,
): Promise<In> {
  return decide(context, async (tx, afterCommit) => {
    const now = context.clock()
    const whom = { phone: typed.phone, address: from.client.address }
    const limits = personalCodeLimits(whom)
    const wait = await waitForLimits(tx, now, limits)
    if (wait > 0) return new AppError('too-many-attempts', { params: { seconds: wait } })

    const held = await lockPersonalCode(tx, hashSecret(context, 'personal-code', readPersonalCode(typed.code)))
    const found = await redeem({ port, tx, afterCommit, now }, held, typed)
    if (found instanceof AppError) {
      const { seconds, left } = await countLimits(tx, now, limits)
      if (seconds > 0) return new AppError('too-many-attempts', { params: { seconds } })
      return new AppError(found.code, { params: { attemptsLeft: left } })
    }
    await markPersonalCodeUsed(tx, found.id, found.accountId, now)
    await forgetLimits(tx, [wrongPersonalCodeKey(whom)])
    return enter(context, port, tx, found, { ...from, way: found.kind }, afterCommit)
  })
}

type PersonalCode = NonNullable<Awaited<ReturnType<typeof lockPersonalCode>>>
type Redeemed = Found & Pick<PersonalCode, 'id' | 'kind'>

type Work = { readonly port: SignInPort; readonly tx: Tx; readonly afterCommit: AfterCommit; readonly now: Date }

async function redeem(
  work: Work,
  held: PersonalCode | undefined,
  { phone, startAnew = false }: PersonalCodeTyped,
): Promise<Redeemed | AppError> {
  if (!held || (held.phone !== null && held.phone !== phone)) return new AppError('personal-code-wrong')
  if (held.used_at) return new AppError('personal-code-used')
  if (held.expires_at <= work.now) return new AppError('personal-code-late')
  const found = held.account_id
    ? await comeBack(work, { personalCodeId: held.id, accountId: held.account_id, phone })
    : await (held.phone === null ? createInvited : createVouchedFor)(work.tx, { phone, startAnew, now: work.now })
  return found instanceof AppError ? found : { ...found, id: held.id, kind: held.kind }
}

/** The number is asked for, so that a code that was found opens nothing by itself. */
async function comeBack({ port, tx, afterCommit }: Work, typed: CameBack): Promise<Found | AppError> {
  const { accountId, phone } = typed
  const change = await port.cameBack(tx, typed, afterCommit)
  if (change instanceof AppError) return change
  if (change === 'changed') return { accountId, isNew: false, losers: [] }
  const account = await findAccount(tx, accountId)
  const hasNone = account?.phone === null && account.unverifiedPhone === null
  if (!account || !(hasNone || account.phone === phone || account.unverifiedPhone === phone)) {
    return new AppError('personal-code-wrong')
  }
  if (hasNone) await updateUnverifiedPhone(tx, account.id, phone)
  return { accountId: account.id, isNew: false, losers: [] }
}
