import type { ChildId } from '@kolosok/contract'
import { lessonTasks } from '#locales/ru/lesson-tasks.ts'
import type { ClearedMeeting } from '#meetings/index.ts'
import { getOrganizationName, quietAt } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { createTexts } from '#platform/texts.ts'
import { listFamilyAddresses, listTeacherAddresses, takeWorksTold } from './letter.store.ts'

const t = createTexts(lessonTasks)

type Kind = 'given' | 'handed' | 'accepted' | 'returned'

/** A whole group hands in on one evening. */
const WORKS_TOLD_EVERY_MS = 12 * 3_600_000

export const tellOfTask = async (context: Context, tx: Tx, meeting: ClearedMeeting): Promise<void> =>
  send(context, tx, meeting, 'given', () => listFamilyAddresses(tx, meeting.id, null))

/** One letter for many works: the page tells which. */
export async function tellOfWork(context: Context, tx: Tx, meeting: ClearedMeeting): Promise<void> {
  const now = context.clock()
  const before = new Date(now.getTime() - WORKS_TOLD_EVERY_MS)
  if (!(await takeWorksTold(tx, meeting.id, now, before))) return
  await send(context, tx, meeting, 'handed', () => listTeacherAddresses(tx, meeting.id))
}

export const tellOfAnswer = (
  context: Context,
  tx: Tx,
  meeting: ClearedMeeting,
  { childId, state }: { readonly childId: ChildId; readonly state: 'accepted' | 'returned' },
): Promise<void> => send(context, tx, meeting, state, () => listFamilyAddresses(tx, meeting.id, childId))

/**
 * In line with the transaction that wants them, and in quiet hours after their end. A letter goes through other people's
 * hands: it names the lesson, never a child, and what was written stays on the page.
 */
async function send(
  { mail, clock, config }: Context,
  tx: Tx,
  { id, organizationId, title }: ClearedMeeting,
  kind: Kind,
  listAddresses: () => Promise<string[]>,
): Promise<void> {
  if (!mail.isOn) return
  const notBefore = await quietAt(tx, organizationId, clock())
  const organization = await getOrganizationName(tx, organizationId)
  for (const to of await listAddresses()) {
    const letter = {
      to,
      subject: t(`letter.${kind}.subject`, { title }),
      paragraphs: [t(`letter.${kind}.text`, { organization, title })],
      button: { text: t('letter.open'), url: `${config.publicUrl}/meetings/${id}` },
    }
    await mail.send(tx, letter, { notBefore, isBulk: true })
  }
}
