import type { AccountId, givenWebinar, WebinarId } from '@kolosok/contract'
import type { z } from 'zod'
import { type Db, runSql, type Tx } from '#platform/db.ts'

/** What a webinar is about, when, where and for whom; as it was checked. */
export type Written = Pick<
  z.output<typeof givenWebinar>,
  'title' | 'about' | 'speaker' | 'kind' | 'place' | 'timeZone' | 'roles' | 'seats' | 'givesCertificate'
> & { readonly startsAt: Date; readonly endsAt: Date }

const columnsOf = ({ startsAt, endsAt, timeZone, ...plain }: Written) => ({
  title: plain.title,
  about: plain.about,
  speaker: plain.speaker,
  kind: plain.kind,
  place: plain.place,
  roles: plain.roles,
  seats: plain.seats,
  gives_certificate: plain.givesCertificate,
  starts_at: startsAt,
  ends_at: endsAt,
  time_zone: timeZone,
})

export async function insertWebinar(tx: Tx, id: WebinarId, announcedBy: AccountId, written: Written): Promise<void> {
  await tx
    .insertInto('webinar')
    .values({ id, announced_by: announcedBy, ...columnsOf(written) })
    .execute()
}

export type Reminders = { readonly dayReminderAt: Date | null; readonly hourReminderAt: Date | null }

/** `reminders`: only where its time is another one; each is said once. */
export async function updateWebinar(
  tx: Tx,
  id: WebinarId,
  written: Written,
  reminders: Reminders | null,
): Promise<void> {
  await tx
    .updateTable('webinar')
    .where('id', '=', id)
    .set((eb) => ({ ...columnsOf(written), rev: eb('rev', '+', 1), ...(reminders && dueColumns(reminders)) }))
    .execute()
}

const dueColumns = ({ dayReminderAt, hourReminderAt }: Reminders) => ({
  day_reminder_at: dayReminderAt,
  hour_reminder_at: hourReminderAt,
})

export async function updatePublished(tx: Tx, id: WebinarId, reminders: Reminders): Promise<void> {
  await tx
    .updateTable('webinar')
    .where('id', '=', id)
    .set((eb) => ({ state: 'published', rev: eb('rev', '+', 1), ...dueColumns(reminders) }))
    .execute()
}

export async function updateCancelled(tx: Tx, id: WebinarId, word: string): Promise<void> {
  const none = dueColumns({ dayReminderAt: null, hourReminderAt: null })
  await tx
    .updateTable('webinar')
    .where('id', '=', id)
    .set((eb) => ({ state: 'cancelled', word, rev: eb('rev', '+', 1), ...none }))
    .execute()
}

export async function deleteWebinar(tx: Tx, id: WebinarId): Promise<void> {
  await tx.deleteFrom('webinar').where('id', '=', id).execute()
}

/** Drafts and what comes. */
export async function countAhead(db: Db, now: Date): Promise<number> {
  const [row] = await runSql<{ count: number }>(
    db,
    `select count(*)::int as count from webinar where state = 'draft' or state = 'published' and ends_at > $1`,
    [now],
  )
  return row?.count ?? 0
}
