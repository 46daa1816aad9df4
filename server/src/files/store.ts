import type { AccountId, FileId } from '@kolosok/contract'
import type { Selectable } from 'kysely'
import type { Db, Schema, Tx } from '#platform/db.ts'

export type FileRow = Selectable<Schema['file']>

export async function findFile(db: Db, id: FileId): Promise<FileRow | undefined> {
  return db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Marks finished files of this uploader as in use; what is not theirs or not finished is left out. */
export async function attachOwnFiles(tx: Tx, uploaderId: AccountId, ids: readonly FileId[]) {
  return tx
    .updateTable('file')
    .set({ attached_at: new Date() })
    .where('id', 'in', ids)
    .where('uploader_id', '=', uploaderId)
    .where('state', '=', 'ready')
    .returning(['id as fileId', 'kind', 'name', 'size', 'media_type as mediaType', 'width', 'height'])
    .execute()
}

export async function releaseFiles(tx: Tx, ids: readonly FileId[]): Promise<void> {
  await tx.updateTable('file').set({ attached_at: null }).where('id', 'in', ids).execute()
}
