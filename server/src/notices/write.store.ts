import type { AccountId, Attachment, FileId, NoticeId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { givenNotice } from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'

/** What a notice says, asks and of whom; as it was checked. */
export type Written = Omit<z.output<typeof givenNotice>, 'fileIds' | 'rev' | 'asksAgain' | 'deadlineAt'> & {
  readonly attachments: readonly Attachment[]
  readonly deadlineAt: Date
  readonly nudgeAt: Date | null
}

const valuesOf = ({ audience, deadlineAt, nudgeAt, attachments, isMailed, ...rest }: Written) => ({
  title: rest.title,
  text: rest.text,
  asks: rest.asks,
  options: rest.options,
  per: rest.per,
  urgency: rest.urgency,
  is_mailed: isMailed,
  audience: audience.kind,
  group_ids: audience.groupIds,
  deadline_at: deadlineAt,
  nudge_at: nudgeAt,
  attachments: JSON.stringify(attachments),
})

type New = { readonly id: NoticeId; readonly organizationId: OrganizationId; readonly authorId: AccountId }

/** False where the id is taken. */
export async function insertNotice(tx: Tx, { id, organizationId, authorId }: New, written: Written, now: Date) {
  const made = await tx
    .insertInto('notice')
    .values({ id, organization_id: organizationId, author_id: authorId, sent_at: now, ...valuesOf(written) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** With `asksAgain` the answers that are there belong to a wording of the past. */
export async function updateNotice(
  tx: Tx,
  id: NoticeId,
  written: Written,
  { asksAgain, now }: { asksAgain: boolean; now: Date },
): Promise<void> {
  await tx
    .updateTable('notice')
    .where('id', '=', id)
    .set((eb) => ({
      ...valuesOf(written),
      rev: eb('rev', '+', 1),
      ...(asksAgain && { version: eb('version', '+', 1), corrected_at: now, reminders: 0, reminded_at: null }),
    }))
    .execute()
  if (asksAgain)
    await tx.updateTable('notice_receiver').where('notice_id', '=', id).set({ reminded_at: null }).execute()
}

export async function updateToWithdrawn(tx: Tx, id: NoticeId, word: string, now: Date): Promise<void> {
  await tx
    .updateTable('notice')
    .where('id', '=', id)
    .set((eb) => ({ withdrawn_at: now, word, nudge_at: null, rev: eb('rev', '+', 1) }))
    .execute()
}

/** Its files from now on; what it held before and no longer does. */
export async function replaceFiles(tx: Tx, noticeId: NoticeId, fileIds: readonly FileId[]): Promise<FileId[]> {
  const gone = await tx
    .deleteFrom('notice_file')
    .where('notice_id', '=', noticeId)
    .where(sql<boolean>`file_id <> all(${fileIds}::uuid[])`)
    .returning('file_id')
    .execute()
  if (fileIds.length > 0) {
    await tx
      .insertInto('notice_file')
      .values(fileIds.map((file_id) => ({ file_id, notice_id: noticeId })))
      .onConflict((conflict) => conflict.column('file_id').doNothing())
      .execute()
  }
  return gone.map((row) => row.file_id)
}

export async function findNoticeOfFile(db: Db, fileId: FileId): Promise<NoticeId | undefined> {
  const row = await db.selectFrom('notice_file').where('file_id', '=', fileId).select('notice_id').executeTakeFirst()
  return row?.notice_id
}

export async function updateReminded(
  tx: Tx,
  id: NoticeId,
  { reminderId, now }: { reminderId: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('notice')
    .where('id', '=', id)
    .set((eb) => ({ reminder_id: reminderId as never, reminded_at: now, reminders: eb('reminders', '+', 1) }))
    .execute()
}

export async function updateNudged(tx: Tx, id: NoticeId): Promise<void> {
  await tx.updateTable('notice').where('id', '=', id).set({ nudge_at: null }).execute()
}

/** What a job needs to know, whoever would ask. */
export function findForJob(tx: Db, id: NoticeId) {
  return tx
    .selectFrom('notice')
    .where('id', '=', id)
    .select([
      'organization_id as organizationId',
      'version',
      'urgency',
      'is_mailed as isMailed',
      'deadline_at as deadlineAt',
      'withdrawn_at as withdrawnAt',
      'nudge_at as nudgeAt',
    ])
    .executeTakeFirst()
}

export async function dropNudges(tx: Tx, organizationId: OrganizationId): Promise<void> {
  await tx
    .updateTable('notice')
    .where('organization_id', '=', organizationId)
    .where('nudge_at', 'is not', null)
    .set({ nudge_at: null })
    .execute()
}
