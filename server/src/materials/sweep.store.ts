import type { FileId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

const GONE = `
  select m.id from material m join material_folder f on f.id = m.folder_id
  where m.deleted_at < $1 or f.deleted_at < $1`

export async function countDeleted(db: Db, before: Date): Promise<number> {
  const [row] = await runSql<{ count: number }>(db, `select count(*)::int as count from (${GONE}) gone`, [before])
  return row?.count ?? 0
}

/** With what they held; whose files those were. */
export async function deleteMaterials(
  tx: Tx,
  before: Date,
  limit: number,
): Promise<{ count: number; files: FileId[] }> {
  const gone = await runSql<{ id: string }>(tx, `${GONE} order by m.id limit ${String(limit)} for update of m`, [
    before,
  ])
  const ids = gone.map(({ id }) => id)
  const held = await runSql<{ fileId: FileId }>(
    tx,
    `delete from material_version where material_id = any($1::uuid[]) returning file_id as "fileId"`,
    [ids],
  )
  await runSql(tx, `delete from material where id = any($1::uuid[])`, [ids])
  return { count: ids.length, files: held.map(({ fileId }) => fileId) }
}

/** Those that are empty by now. */
export async function deleteFolders(db: Db, before: Date): Promise<void> {
  await runSql(
    db,
    `delete from material_folder f
     where f.deleted_at < $1 and not exists (select from material m where m.folder_id = f.id)`,
    [before],
  )
}
