import type { BackupId, BackupReason } from '@kolosok/contract'
import { type Selectable, sql } from 'kysely'
import type { Db, Schema, Tx } from '#platform/db.ts'

export type BackupRow = Selectable<Schema['backup']>

const SHOWN = 50

export const listBackups = (db: Db): Promise<BackupRow[]> =>
  db.selectFrom('backup').selectAll().orderBy('began_at', 'desc').limit(SHOWN).execute()

export const findBackup = (db: Db, id: BackupId): Promise<BackupRow | undefined> =>
  db.selectFrom('backup').selectAll().where('id', '=', id).executeTakeFirst()

/** Begun now, unless this one is known already; `busy` while another one is being made. */
export async function insertRunning(tx: Tx, id: BackupId, beganAt: Date): Promise<'new' | 'known' | 'busy'> {
  if (await findBackup(tx, id)) return 'known'
  const inserted = await tx
    .insertInto('backup')
    .values({ id, began_at: beganAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return 'new'
  return (await findBackup(tx, id)) ? 'known' : 'busy'
}

type Outcome = { readonly size: number; readonly fileCount: number; readonly missingCount: number }

export async function updateToDone(db: Db, id: BackupId, endedAt: Date, outcome: Outcome): Promise<void> {
  const { size, fileCount, missingCount } = outcome
  await db
    .updateTable('backup')
    .set({ state: 'done', ended_at: endedAt, size, file_count: fileCount, missing_count: missingCount })
    .where('id', '=', id)
    .execute()
}

export async function updateToFailed(db: Db, id: BackupId, endedAt: Date, reason: BackupReason): Promise<void> {
  await db
    .updateTable('backup')
    .set({ state: 'failed', ended_at: endedAt, reason })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

/** One whose job the queue has given up, since the server was stopped in the middle again and again. */
export async function endForgotten(tx: Tx, before: Date, endedAt: Date): Promise<void> {
  await tx
    .updateTable('backup')
    .set({ state: 'failed', ended_at: endedAt, reason: 'interrupted' })
    .where('state', '=', 'running')
    .where('began_at', '<', before)
    .execute()
}

/** When the last good one was begun. */
export async function findLastGood(db: Db): Promise<{ beganAt: Date; size: number } | undefined> {
  const row = await db
    .selectFrom('backup')
    .where('state', '=', 'done')
    .orderBy('began_at', 'desc')
    .select(['began_at as beganAt', 'size'])
    .executeTakeFirst()
  return row && { beganAt: row.beganAt, size: Number(row.size) }
}

/** Those that are shown no more, nor needed to know when the last good one was. */
export async function deleteOld(db: Db): Promise<void> {
  await sql`
    delete from backup
    where began_at < (select min(began_at) from (select began_at from backup order by began_at desc limit ${SHOWN}) last)
      and began_at < (select max(began_at) from backup where state = 'done')`.execute(db)
}
