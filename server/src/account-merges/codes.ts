import type { CodeSent, Me, MergeProof, MergeWay } from '@kolosok/contract'
import {
  checkCode,
  findOwnWay,
  markCodeUsed,
  markPersonalCodeUsed,
  proveAccount,
  type ProvenAccount,
  readPhone,
  sendCode,
} from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'

type Wish = {
  readonly phone: string
  readonly way: MergeWay
  readonly email?: string | undefined
  readonly address: string
}

export async function sendMergeCodes(
  context: Context,
  actor: Actor,
  wish: Wish,
): Promise<{ own: CodeSent | null; other: CodeSent | null }> {
  const { address, email = null } = wish
  const { accountId } = actor
  const phone = readPhone(wish.phone)
  const me = await findOwnWay(context, context.db, actor)
  // By mail it may be the account that came in with this number typed: both are of one person, and have one number.
  if (me.phone === phone && me.isPhoneVerified && wish.way === 'sms') throw new AppError('account-same')
  const purpose = 'merge'
  const self = { purpose, phone: me.phone ?? phone, email: me.email, accountId, address, isToOneself: true } as const
  const own = me.way === null ? null : await sendCode(context, { ...self, way: me.way })
  if (wish.way === 'personal-code') return { own, other: null }
  const countedWith = own === null ? undefined : self.phone
  return {
    own,
    other: await sendCode(context, { purpose, phone, way: wish.way, email, accountId, address, countedWith }),
  }
}

export type Given = MergeProof & { readonly address: string }
export type Proven = ProvenAccount & { readonly phone: string; readonly own: Me }

type Own = Awaited<ReturnType<typeof findOwnWay>>
type Held = Exclude<Awaited<ReturnType<typeof checkCode>>, AppError>

/** To the own number, or to the own address beside whichever number stands there. */
const isSentTo = (me: Own, held: Held, phone: string): boolean =>
  held.way === me.way && held.phone === (me.phone ?? phone) && (held.way === 'sms' || held.email === me.email)

/** That one hand holds both. Nothing is used up yet; a refusal is returned, so that the attempt it counted is kept. */
export async function proveBoth(context: Context, tx: Tx, actor: Actor, given: Given): Promise<Proven | AppError> {
  const phone = readPhone(given.phone)
  const me = await findOwnWay(context, tx, actor)
  if (me.way !== null) {
    if (given.own === null) return invalidFields({ own: 'required' })
    const held = await checkCode(context, tx, { ...given.own, address: given.address })
    if (held instanceof AppError) return new AppError(held.code, { params: { ...held.params, which: 'own' } })
    const isOther = 'handle' in given.other && given.other.handle === given.own.handle
    if (isOther || held.account_id !== actor.accountId || !isSentTo(me, held, phone))
      return new AppError('code-spent', { params: { which: 'own' } })
  }
  const proof = { by: actor.accountId, phone, proof: given.other, address: given.address }
  const proven = await proveAccount(context, tx, proof)
  if (proven instanceof AppError) return new AppError(proven.code, { params: { ...proven.params, which: 'other' } })
  return { ...proven, phone, own: me }
}

/** Good for one merge. */
export async function useUp({ clock }: Context, tx: Tx, actor: Actor, given: Given, proven: Proven): Promise<void> {
  const now = clock()
  if (given.own) await markCodeUsed(tx, given.own.handle, now)
  if ('handle' in given.other) await markCodeUsed(tx, given.other.handle, now)
  if (proven.personalCodeId) await markPersonalCodeUsed(tx, proven.personalCodeId, actor.accountId, now)
}
