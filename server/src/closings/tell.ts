import type { ClosingId, OrganizationId } from '@kolosok/contract'
import { listChatAccounts } from '#chats/index.ts'
import { closings } from '#locales/ru/closings.ts'
import { publishStale, publishStaleInPortions } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { createTexts } from '#platform/texts.ts'
import { findClosing, getTimeZone, listAddresses, listMembers, updateTold } from './store.ts'

const t = createTexts(closings)

/** Open screens show it at once: what belongs to the organization first, the lists of chats one portion after another. */
export async function tellEverybody(
  { bus }: Pick<Context, 'bus'>,
  tx: Tx,
  organizationId: OrganizationId,
  afterCommit: AfterCommit,
): Promise<void> {
  const members = await listMembers(tx, organizationId)
  const talking = await listChatAccounts(tx, organizationId)
  afterCommit(() => {
    publishStale(bus, members, 'account', 'organization')
    void publishStaleInPortions(bus, [...new Set([...members, ...talking])], 'chats')
  })
}

/** One letter to each address; the letters and the mark that they are sent are one transaction. */
export async function tellByLetter({ db, mail, clock, config }: Context, id: ClosingId): Promise<void> {
  if (!mail.isOn) return
  await transact(db, async (tx) => {
    const closing = await findClosing(tx, id)
    if (!closing || closing.told_at || closing.reopened_at || closing.erased_at) return
    await updateTold(tx, id, clock())
    const { organization_id: organizationId, name, erase_at: eraseAt } = closing
    const timeZone = await getTimeZone(tx, organizationId)
    const day = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone }).format(eraseAt)
    for (const to of await listAddresses(tx, organizationId)) {
      const letter = {
        to,
        subject: t('letter.subject', { organization: name }),
        paragraphs: [t('letter.text', { organization: name, day }), t('letter.own', { day }), t('letter.account')],
        button: { text: t('letter.open'), url: `${config.publicUrl}/my-data` },
      }
      await mail.send(tx, letter, { isBulk: true })
    }
  })
}
