import { phoneChanges } from '#locales/ru/phone-changes.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { formatPhone } from '#platform/phone.ts'
import { createTexts } from '#platform/texts.ts'
import { findEmail, type PhoneChangeRow } from './store.ts'

const t = createTexts(phoneChanges)

/** `id`: where somebody looks after it, and sees whether the letter has arrived. */
type Told = Pick<PhoneChangeRow, 'accountId' | 'oldPhone' | 'newPhone'> & { readonly id?: PhoneChangeRow['id'] }

/** The number that was, by SMS, and the account's address; the new one when it is the account's. */
export async function tellBoth(
  { sms, mail, config }: Context,
  tx: Tx,
  { id, accountId, oldPhone, newPhone }: Told,
  state: 'requested' | 'agreed' | 'done',
): Promise<void> {
  const values = { phone: hideMiddle(newPhone), url: config.publicUrl }
  if (oldPhone !== null) await sms.send(tx, { phone: oldPhone, text: t(`${state}.sms`, values) })
  if (state === 'done') await sms.send(tx, { phone: newPhone, text: t('done.new.sms', values) })
  const to = await findEmail(tx, accountId)
  if (to === null) return
  const letter = {
    to,
    subject: t(`${state}.subject`),
    paragraphs: [t(`${state}.text`, values)],
    button: { text: t('open'), url: config.publicUrl },
  }
  await mail.send(tx, letter, id === undefined ? {} : { aboutId: id })
}

/** «+7 912 •••-••-89»: enough for the owner to know it by. */
const hideMiddle = (phone: string): string => {
  const shown = formatPhone(phone)
  return shown.slice(0, 6) + shown.slice(6, -2).replace(/\d/g, '•') + shown.slice(-2)
}
