import { getMe } from '#identity/index.ts'
import { accountMerges } from '#locales/ru/account-merges.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { formatPhone } from '#platform/phone.ts'
import { createTexts } from '#platform/texts.ts'
import type { Pair } from './facts.store.ts'

const t = createTexts(accountMerges)

type Told = { readonly pair: Pair; readonly phone: string; readonly keptPhone: string | null }

/** The number and the address of the one that ends, as long as they are its own: whoever did not do this should know. */
export async function tellOfMerge({ sms, mail, config }: Context, tx: Tx, { pair, keptPhone }: Told): Promise<void> {
  const other = await getMe(tx, pair.ended)
  const values = { url: config.publicUrl, phone: keptPhone === null ? '' : hideMiddle(keptPhone) }
  if (other.phone !== null && other.isPhoneVerified)
    await sms.send(tx, { phone: other.phone, text: t('done.sms', values) })
  if (other.email === null) return
  await mail.send(tx, {
    to: other.email,
    subject: t('done.subject'),
    paragraphs: [t('done.text', values)],
    button: { text: t('open'), url: config.publicUrl },
  })
}

/** «+7 912 •••-••-89»: enough for the owner to know it by. */
const hideMiddle = (phone: string): string => {
  const shown = formatPhone(phone)
  return shown.slice(0, 6) + shown.slice(6, -2).replace(/\d/g, '•') + shown.slice(-2)
}
