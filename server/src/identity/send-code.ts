import type { AccountId, CodeHandle, CodeSent, CodeWay } from '@kolosok/contract'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { networkOf } from '#platform/network-of.ts'
import { newId } from '#platform/new-id.ts'
import { parsePhone } from '#platform/phone.ts'
import { countLimits, waitForLimits } from '#platform/rate-limits.ts'
import { createTexts } from '#platform/texts.ts'
import { identity } from '../locales/ru/identity.ts'
import { findOwner, listByEmail } from './account.store.ts'
import { insertCode } from './code.store.ts'
import { codeLimits, sendLimits } from './limits.ts'
import { createCode, hashSecret } from './secrets.ts'
import { listAddresses } from './session.store.ts'

const LIFE_MS = 10 * 60 * 1000
const t = createTexts(identity)

/** What the code is for: an SMS says so. */
type CodePurpose = 'signIn' | 'phone' | 'phoneChange' | 'merge' | 'deletion'

type Wish = {
  readonly purpose: CodePurpose
  readonly phone: string
  readonly way: CodeWay
  readonly email: string | null
  /** Set: the code proves the number for this account rather than signing in. */
  readonly accountId: AccountId | null
  /** The network address that asks. */
  readonly address: string
  /** It speaks for this account, whose own address `email` is, and not for whoever has its number. */
  readonly isToOneself?: boolean
  /** Goes with another one of the same account, for this number, which has been counted. */
  readonly countedWith?: string | undefined
}

export function readPhone(typed: string): string {
  const phone = parsePhone(typed)
  if (phone === null) throw invalidFields({ phone: 'phone-invalid' })
  return phone
}

/**
 * Sends a code. The same steps, limits and answer whether the number has an account or not; a letter
 * that has nowhere to go is the only difference, and it is sent after the answer anyway.
 */
export async function sendCode(context: Context, wish: Wish): Promise<CodeSent> {
  const { phone, way, accountId, address } = wish
  if (!(way === 'sms' ? context.sms : context.mail).isOn) throw new AppError('way-off')

  return transact(context.db, async (tx) => {
    const now = context.clock()
    const locked = await waitForLimits(tx, now, codeLimits({ phone, accountId, address }))
    if (locked > 0) throw new AppError('too-many-attempts', { params: { seconds: locked } })
    const isFamiliar = await isKnownThere(tx, wish)
    const limits = sendLimits({
      phone,
      address,
      accountId: wish.countedWith === undefined ? accountId : null,
      email: wish.email,
      isFamiliar,
      isPhoneCounted: wish.countedWith === phone,
    })
    const wait = await waitForLimits(tx, now, limits)
    if (wait > 0) throw new AppError('code-sent-recently', { params: { seconds: wait } })

    const email = way === 'email' ? await findAddress(tx, wish) : null
    const handle = newId<CodeHandle>()
    const code = createCode()
    const expiresAt = new Date(now.getTime() + LIFE_MS)
    const codeHash = hashSecret(context, handle, code)
    await insertCode(tx, { id: handle, phone, way, email, accountId, codeHash, createdAt: now, expiresAt })
    await deliver(context, tx, { phone, email, way, code, purpose: wish.purpose, until: expiresAt })
    const { seconds: resendAfter } = await countLimits(tx, now, limits)
    return { handle, way, expiresAt: expiresAt.toISOString(), resendAfter }
  })
}

/** Whether an account that this code may open has been used from the network that asks. */
async function isKnownThere(tx: Tx, { phone, way, email, address }: Wish): Promise<boolean> {
  const owner = await findOwner(tx, phone)
  const byEmail = way === 'email' && email !== null ? await listByEmail(tx, email) : []
  const same = byEmail.filter((account) => account.unverifiedPhone === phone)
  const ids = [...(owner ? [owner] : []), ...same].map((account) => account.id)
  const used = await listAddresses(tx, ids)
  return used.some((one) => networkOf(one) === networkOf(address))
}

/** An account's own address goes first: whoever types another one gets no way into that account. */
async function findAddress(tx: Tx, { phone, email, isToOneself }: Wish): Promise<string | null> {
  if (isToOneself) return email
  const owner = await findOwner(tx, phone)
  return owner?.email ?? email
}

type Delivery = Pick<Wish, 'phone' | 'email' | 'way' | 'purpose'> & { readonly code: string; readonly until: Date }

async function deliver({ mail, sms }: Context, tx: Tx, { until, ...delivery }: Delivery): Promise<void> {
  const { phone, email, way, code, purpose } = delivery
  if (way === 'sms') await sms.send(tx, { phone, text: t('code.sms', { code, purpose }) }, { until })
  else if (email !== null) {
    const paragraphs = [t('code.paragraph'), t('code.warning')]
    await mail.send(tx, { to: email, subject: t('code.subject', { purpose }), paragraphs, code }, { until })
  }
}
