import type { MaterialFolderId, MaterialId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { findFolder, type FolderRow } from './folder.store.ts'
import { findMaterial, type MaterialRow } from './material.store.ts'
import { type MaterialAction, materialPolicy } from './policy.ts'
import { findShelf, type Shelf } from './shelves.ts'

type Reader = Pick<Actor, 'accountId'>
type Wanted = { readonly action: MaterialAction; /** It may be brought back. */ readonly isDeleted?: boolean }

/** What is deleted is there only for whoever may bring it back. */
const isThere = (row: { readonly deletedAt: Date | null }, { isDeleted = false }: Wanted) =>
  isDeleted || row.deletedAt === null

/** A shelf this actor has been cleared for. Only the doors of this file make one. */
export type ClearedShelf = Shelf & { readonly clearedFor: MaterialAction }

/** The only door to what a group or a programme keeps. */
export async function accessShelf(
  db: Db,
  actor: Reader,
  place: Parameters<typeof findShelf>[2],
  action: MaterialAction,
): Promise<ClearedShelf> {
  const shelf = await findShelf(db, actor, place)
  const verdict = shelf ? materialPolicy[action](shelf) : 'not-found'
  if (!shelf || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...shelf, clearedFor: action }
}

export type ClearedFolder = FolderRow & { readonly shelf: ClearedShelf }

/** The only door to a folder: through its shelf. */
export async function accessFolder(
  db: Db,
  actor: Reader,
  id: MaterialFolderId,
  wanted: Wanted,
): Promise<ClearedFolder> {
  const folder = await findFolder(db, id)
  if (!folder || !isThere(folder, wanted)) throw new AppError('not-found')
  return { ...folder, shelf: await accessShelf(db, actor, folder, wanted.action) }
}

export type ClearedMaterial = MaterialRow & { readonly folder: ClearedFolder }

/** The only door to a material: through its folder, which has to be there. */
export async function accessMaterial(db: Db, actor: Reader, id: MaterialId, wanted: Wanted): Promise<ClearedMaterial> {
  const material = await findMaterial(db, id)
  if (!material || !isThere(material, wanted)) throw new AppError('not-found')
  return { ...material, folder: await accessFolder(db, actor, material.folderId, { action: wanted.action }) }
}
