import { MAX_FOUND_MATERIALS, type MaterialFolderId, type MaterialId, type OrganizationId } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { accessFolder, accessMaterial } from './access.ts'
import { listFolders, listNamesOf } from './folder.store.ts'
import { findMaterials, listMaterials, listVersions } from './material.store.ts'
import { materialPolicy } from './policy.ts'
import { presentFolder, presentMaterials, presentShelf } from './present.ts'
import { keyOf, listShelves } from './shelves.ts'

type Reading = Pick<Context, 'db'>

/** Whose folders this reader sees, with the folders. */
async function listSeen(db: Db, actor: Actor, organizationId: OrganizationId) {
  await accessOrganization(db, actor, organizationId, 'see')
  const [shelves, folders] = await Promise.all([
    listShelves(db, actor, organizationId),
    listFolders(db, organizationId),
  ])
  const here = Map.groupBy(folders, keyOf)
  return shelves
    .filter((shelf) => materialPolicy.see(shelf) === 'allow')
    .map((shelf) => ({ shelf, folders: here.get(keyOf(shelf)) ?? [] }))
    .filter(({ shelf, folders: held }) => held.length > 0 || !shelf.isArchived)
}

export async function getShelves({ db }: Reading, actor: Actor, organizationId: OrganizationId) {
  const seen = await listSeen(db, actor, organizationId)
  return {
    shelves: seen.map(({ shelf, folders }) => ({ ...presentShelf(shelf), folders: folders.map(presentFolder) })),
  }
}

type Search = { readonly organizationId: OrganizationId; readonly words: string; readonly limit?: number }

export async function findInMaterials({ db }: Reading, actor: Actor, asked: Search) {
  const { organizationId, words, limit = MAX_FOUND_MATERIALS } = asked
  const seen = await listSeen(db, actor, organizationId)
  const places = new Map(
    seen.flatMap(({ shelf, folders }) =>
      folders.map(({ id, title }) => [id, { folderTitle: title, shelfName: shelf.name }] as const),
    ),
  )
  const rows = await findMaterials(db, { folderIds: [...places.keys()], words, limit })
  const found = await presentMaterials(db, organizationId, rows)
  return {
    materials: found.map((one) => ({ ...one, ...(places.get(one.folderId) ?? { folderTitle: '', shelfName: '' }) })),
  }
}

export async function getFolder({ db }: Reading, actor: Actor, { folderId }: { folderId: MaterialFolderId }) {
  const folder = await accessFolder(db, actor, folderId, { action: 'see' })
  const rows = await listMaterials(db, folderId)
  return {
    folder: presentFolder(folder),
    shelf: presentShelf(folder.shelf),
    materials: await presentMaterials(db, folder.organizationId, rows),
  }
}

export async function getVersions({ db }: Reading, actor: Actor, { materialId }: { materialId: MaterialId }) {
  const { folder } = await accessMaterial(db, actor, materialId, { action: 'add' })
  const versions = await listVersions(db, materialId)
  const names = await listNamesOf(db, folder.organizationId, [...new Set(versions.map(({ addedBy }) => addedBy))])
  return {
    versions: versions.map(({ number, file, addedAt, addedBy }) => ({
      number,
      file,
      addedAt: addedAt.toISOString(),
      addedBy: names.get(addedBy) ?? '',
    })),
  }
}
