import type { AccountId, Attachment, FileId, MaterialFolderId, MaterialId } from '@kolosok/contract'
import { sql } from 'kysely'
import { type Db, runSql, type Tx } from '#platform/db.ts'

const FILE = `
  jsonb_build_object('fileId', file.id, 'kind', case file.kind when 'photo' then 'photo' else 'file' end,
    'name', file.name, 'size', file.size, 'mediaType', file.media_type, 'width', file.width, 'height', file.height)`

const MATERIALS = `
  select m.id, m.folder_id as "folderId", m.title, m.note, m.link, m.version, m.rev, m.added_by as "addedBy",
    m.changed_at as "changedAt", m.deleted_at as "deletedAt",
    case when file.id is not null then ${FILE} end as file
  from material m
  left join material_version v on v.material_id = m.id and v.number = m.version
  left join file on file.id = v.file_id`

export type MaterialRow = {
  readonly id: MaterialId
  readonly folderId: MaterialFolderId
  readonly title: string
  readonly note: string
  readonly link: string | null
  readonly version: number
  readonly rev: number
  readonly addedBy: AccountId
  readonly changedAt: Date
  readonly deletedAt: Date | null
  /** The newest version. */
  readonly file: Attachment | null
}

export async function findMaterial(db: Db, id: MaterialId): Promise<MaterialRow | undefined> {
  const [row] = await runSql<MaterialRow>(db, `${MATERIALS} where m.id = $1`, [id])
  return row
}

export const listMaterials = (db: Db, folderId: MaterialFolderId): Promise<MaterialRow[]> =>
  runSql<MaterialRow>(db, `${MATERIALS} where m.folder_id = $1 and m.deleted_at is null order by m.place, m.id`, [
    folderId,
  ])

export const listSome = (db: Db, ids: readonly MaterialId[]): Promise<MaterialRow[]> =>
  runSql<MaterialRow>(db, `${MATERIALS} where m.id = any($1::uuid[]) order by m.place, m.id`, [ids])

type Search = { readonly folderIds: readonly MaterialFolderId[]; readonly words: string; readonly limit: number }

/** By words in any form, or by a part of title, note, file or address; in these folders only. */
export const findMaterials = (db: Db, { folderIds, words, limit }: Search): Promise<MaterialRow[]> =>
  runSql<MaterialRow>(
    db,
    `${MATERIALS}
     where m.folder_id = any($1::uuid[]) and m.deleted_at is null
       and (to_tsvector('russian', m.title || ' ' || m.note) @@ websearch_to_tsquery('russian', $2)
         or position(replace(lower($2), 'ё', 'е') in
              replace(lower(concat_ws(' ', m.title, m.note, m.link, file.name)), 'ё', 'е')) > 0)
     order by m.changed_at desc, m.id desc limit ${String(limit)}`,
    [folderIds, words],
  )

export async function countIn(db: Db, folderId: MaterialFolderId): Promise<number> {
  const { count } = await db
    .selectFrom('material')
    .where('folder_id', '=', folderId)
    .where('deleted_at', 'is', null)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type NewMaterial = {
  readonly id: MaterialId
  readonly folderId: MaterialFolderId
  readonly title: string
  readonly note: string
  readonly link: string | null
  readonly fileId: FileId | null
  readonly addedBy: AccountId
  readonly now: Date
}

/** Behind the others, with its first version where it is a file. False where the id is taken. */
export async function insertMaterial(tx: Tx, given: NewMaterial): Promise<boolean> {
  const { id, folderId: folder_id, title, note, link, fileId, addedBy: added_by, now } = given
  const { last } = await tx
    .selectFrom('material')
    .where('folder_id', '=', folder_id)
    .select(sql<number>`coalesce(max(place), 0)`.as('last'))
    .executeTakeFirstOrThrow()
  const version = fileId === null ? 0 : 1
  const made = await tx
    .insertInto('material')
    .values({ id, folder_id, title, note, link, version, place: last + 1, added_by, changed_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  if (fileId !== null) await insertVersion(tx, { id, number: 1, fileId, addedBy: added_by, now })
  return true
}

type Version = Pick<NewMaterial, 'id' | 'addedBy' | 'now'> & { readonly number: number; readonly fileId: FileId }

export async function insertVersion(tx: Tx, { id, number, fileId, addedBy, now }: Version): Promise<void> {
  await tx
    .insertInto('material_version')
    .values({ material_id: id, number, file_id: fileId, added_by: addedBy, added_at: now })
    .execute()
}

type Changed = { title?: string; note?: string; link?: string | null; version?: number; folder_id?: MaterialFolderId }

export async function updateMaterial(tx: Tx, id: MaterialId, given: Changed, now: Date): Promise<void> {
  await tx
    .updateTable('material')
    .where('id', '=', id)
    .set((eb) => ({ ...given, rev: eb('rev', '+', 1), changed_at: now }))
    .execute()
}

export async function updateDeleted(tx: Tx, id: MaterialId, deletedAt: Date | null): Promise<void> {
  await tx.updateTable('material').where('id', '=', id).set({ deleted_at: deletedAt }).execute()
}

export async function updateOrder(tx: Tx, folderId: MaterialFolderId, ids: readonly MaterialId[]): Promise<void> {
  await tx
    .updateTable('material')
    .where('folder_id', '=', folderId)
    .set({ place: sql<number>`coalesce(array_position(${ids}::uuid[], id), ${ids.length}::integer + place)` })
    .execute()
}

export type VersionRow = {
  readonly number: number
  readonly addedBy: AccountId
  readonly addedAt: Date
  readonly file: Attachment
}

/** The newest first. */
export const listVersions = (db: Db, id: MaterialId): Promise<VersionRow[]> =>
  runSql<VersionRow>(
    db,
    `select v.number, v.added_by as "addedBy", v.added_at as "addedAt", ${FILE} as file
     from material_version v join file on file.id = v.file_id where v.material_id = $1 order by v.number desc`,
    [id],
  )

/** In which materials that are there a file stands, and whether as their newest version. */
export const listHolders = (db: Db, fileId: FileId): Promise<{ id: MaterialId; isNewest: boolean }[]> =>
  runSql(
    db,
    `select m.id, v.number = m.version as "isNewest"
     from material_version v join material m on m.id = v.material_id where v.file_id = $1 and m.deleted_at is null`,
    [fileId],
  )
