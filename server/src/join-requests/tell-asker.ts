import { joinRequests } from '#locales/ru/join-requests.ts'
import { quietAt } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { createTexts } from '#platform/texts.ts'
import type { ClearedRequest } from './access.ts'
import { findAsker } from './own.store.ts'

const t = createTexts(joinRequests)

/**
 * By letter if there is an address, else by SMS to a number that was proved; an SMS leaves the reason to the page.
 * Decided at night, it wakes nobody.
 */
export async function tellAsker(
  { mail, sms, config, clock }: Context,
  tx: Tx,
  { id, accountId, organizationId }: Pick<ClearedRequest, 'id' | 'accountId' | 'organizationId'>,
  state: 'accepted' | 'refused',
  reason: string,
): Promise<void> {
  const asker = await findAsker(tx, { accountId, organizationId })
  const notBefore = await quietAt(tx, organizationId, clock())
  const values = { organization: asker.organization, url: config.publicUrl, reason }
  if (mail.isOn && asker.email !== null) {
    const letter = {
      to: asker.email,
      subject: t(`${state}.subject`, values),
      paragraphs: [t(`${state}.text`, values)],
      button: { text: t('open'), url: config.publicUrl },
    }
    await mail.send(tx, letter, { notBefore, aboutId: id })
  } else if (sms.isOn && asker.phone !== null) {
    await sms.send(tx, { phone: asker.phone, text: t(`${state}.sms`, values) }, { notBefore })
  }
}
