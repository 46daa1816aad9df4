import type { AccountId, Material, MaterialFolder, MaterialShelf, OrganizationId } from '@kolosok/contract'
import { isOffered } from '#organizations/index.ts'
import type { Db } from '#platform/db.ts'
import { type FolderRow, listNamesOf } from './folder.store.ts'
import type { MaterialRow } from './material.store.ts'
import { materialPolicy } from './policy.ts'
import type { Shelf } from './shelves.ts'

export const presentFolder = ({ id, title, count, changedAt }: FolderRow): MaterialFolder => ({
  id,
  title,
  count,
  changedAt: changedAt?.toISOString() ?? null,
})

export const presentShelf = (shelf: Shelf): Omit<MaterialShelf, 'folders'> => ({
  groupId: shelf.groupId,
  programme: shelf.programme,
  name: shelf.name,
  mayAdd: isOffered(materialPolicy.add(shelf), shelf),
})

/** With the names of those who brought them, asked for once. */
export async function presentMaterials(
  db: Db,
  organizationId: OrganizationId,
  rows: readonly MaterialRow[],
): Promise<Material[]> {
  const names = await listNamesOf(db, organizationId, [...new Set(rows.map(({ addedBy }) => addedBy))])
  return rows.map((row) => presentMaterial(row, names))
}

const presentMaterial = (row: MaterialRow, names: ReadonlyMap<AccountId, string>): Material => ({
  id: row.id,
  folderId: row.folderId,
  title: row.title,
  note: row.note,
  link: row.link,
  file: row.file,
  versions: row.version,
  addedBy: names.get(row.addedBy) ?? '',
  changedAt: row.changedAt.toISOString(),
  rev: row.rev,
})
