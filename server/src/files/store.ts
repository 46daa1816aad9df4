import type { AccountId, FileId } from '@kolosok/contract'
import { type Selectable, sql } from 'kysely'
import { anyOf, type Db, type Schema, type Tx } from '#platform/db.ts'
import { advisoryLocks } from '#platform/advisory-locks.ts'
import type { Kept } from './keep.ts'

export type FileRow = Selectable<Schema['file']>

export async function findFile(db: Db, id: FileId): Promise<FileRow | undefined> {
  return db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst()
}

/** What this account has uploaded, or is uploading, without using it anywhere. */
export async function getUnattached(db: Db, uploaderId: AccountId): Promise<{ count: number; bytes: number }> {
  const { count, bytes } = await db
    .selectFrom('file')
    .where('uploader_id', '=', uploaderId)
    .where('attached_at', 'is', null)
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.sum<string | null>('size').as('bytes')])
    .executeTakeFirstOrThrow()
  return { count: Number(count), bytes: Number(bytes ?? 0) }
}

type NewFile = { id: FileId; uploaderId: AccountId | null; name: string; size: number }

export async function insertUploading(db: Db, { id, uploaderId, name, size }: NewFile): Promise<void> {
  await db.insertInto('file').values({ id, uploader_id: uploaderId, name, size }).execute()
}

/** Begun anew where it was cut off; its day before the sweep begins anew, too. */
export async function upsertUploading(db: Db, { id, uploaderId, name, size }: NewFile): Promise<void> {
  await db
    .insertInto('file')
    .values({ id, uploader_id: uploaderId, name, size })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ created_at: new Date() }))
    .execute()
}

/** From now on it can be read and attached. Whether it is still wanted. */
export async function updateToReady(db: Db, id: FileId, kept: Kept): Promise<boolean> {
  const [result] = await db
    .updateTable('file')
    .set({ ...kept, state: 'ready' })
    .where('id', '=', id)
    .execute()
  return (result?.numUpdatedRows ?? 0n) > 0n
}

/** Marks finished files of this uploader as in use; what is not theirs or not finished is left out. */
export async function attachOwnFiles(tx: Tx, uploaderId: AccountId, ids: readonly FileId[]) {
  return (
    tx
      .updateTable('file')
      .set({ attached_at: new Date() })
      .where('id', '=', anyOf(ids))
      .where('uploader_id', '=', uploaderId)
      // Once: who was shown out of a chat must not carry its files on, and what is in use is nobody's to release.
      .where('attached_at', 'is', null)
      .where('state', '=', 'ready')
      .returning(['id as fileId', 'kind', 'name', 'size', 'media_type as mediaType', 'width', 'height'])
      .execute()
  )
}

export async function markAttached(tx: Tx, id: FileId): Promise<void> {
  await tx.updateTable('file').set({ attached_at: new Date() }).where('id', '=', id).execute()
}

/** But for those that a message or a material holds as well. */
export async function releaseFiles(tx: Tx, ids: readonly FileId[]): Promise<void> {
  await tx
    .updateTable('file')
    .set({ attached_at: null })
    .where('id', '=', anyOf(ids))
    .where(sql<boolean>`not file_is_shared(id)`)
    .execute()
}

/** Takes out what has waited too long for somebody to use it; whoever attaches it meanwhile wins. */
export async function deleteUnattached(db: Db, before: Date, limit: number): Promise<FileId[]> {
  const rows = await db
    .deleteFrom('file')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('file')
        .select('id')
        .where('attached_at', 'is', null)
        .where('created_at', '<', before)
        .orderBy('created_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function countUnattached(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('file')
    .where('attached_at', 'is', null)
    .where('created_at', '<', before)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whether bytes may be deleted now; whoever holds them begins after this transaction. */
export async function mayDelete(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean
  }>`select pg_try_advisory_xact_lock(${advisoryLocks.fileHold}) as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** Whether it was there, and nothing referred to it. */
export async function deleteFile(db: Db, id: FileId): Promise<boolean> {
  const [result] = await db.deleteFrom('file').where('id', '=', id).where('attached_at', 'is', null).execute()
  return (result?.numDeletedRows ?? 0n) > 0n
}
