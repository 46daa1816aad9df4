import type { OrganizationId } from '@kolosok/contract'
import { confirmations } from '#locales/ru/confirmations.ts'
import { quietAt } from '#organizations/index.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import { createTexts } from '#platform/texts.ts'
import { listOrganizationsToRemind, listToRemind, takeToRemind } from './remind.store.ts'

const t = createTexts(confirmations)

/** How long a request waits before those who decide are reminded, and again after that. */
const PATIENCE_MS = 3 * 24 * 60 * 60 * 1000

export const confirmationTasks = (context: Context): Tasks => ({
  'remind-of-confirmations': defineSchedule('12 * * * *', () => remindOfConfirmations(context)),
})

/** Run twice, or cut off in the middle, it reminds once: who is reminded of what becomes true with the letters. */
export async function remindOfConfirmations(context: Context): Promise<void> {
  const now = context.clock()
  const before = new Date(now.getTime() - PATIENCE_MS)
  for (const organizationId of await listOrganizationsToRemind(context.db, before)) {
    // The hour after they end brings it.
    if (await quietAt(context.db, organizationId, now)) continue
    await remindOrganization(context, organizationId, { before, now })
  }
}

async function remindOrganization(
  { db, bus, mail, config }: Context,
  organizationId: OrganizationId,
  since: { before: Date; now: Date },
): Promise<void> {
  await transact(db, async (tx, afterCommit) => {
    const waiting = await takeToRemind(tx, organizationId, since)
    const deciders = waiting.length > 0 ? await listToRemind(tx, organizationId) : []
    for (const { accountId, email, code, organization } of deciders) {
      // Nobody decides about themselves.
      const count = waiting.filter((asker) => asker !== accountId).length
      if (email === null || count === 0) continue
      await mail.send(tx, {
        to: email,
        subject: t('remind.subject', { count }),
        paragraphs: [t('remind.text', { organization, count }), t('remind.next')],
        button: { text: t('remind.open'), url: `${config.publicUrl}/o/${code}/confirmations` },
      })
    }
    afterCommit(() => {
      publishStale(
        bus,
        deciders.map(({ accountId }) => accountId),
        'confirmations',
      )
    })
  })
}
