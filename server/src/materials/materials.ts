import {
  type FileId,
  MAX_MATERIAL_VERSIONS,
  MAX_MATERIALS,
  type Material,
  type MaterialFolderId,
  type MaterialId,
} from '@kolosok/contract'
import { attachFiles } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import { accessFolder, accessMaterial, type ClearedFolder } from './access.ts'
import { endChange } from './change.ts'
import { refuseLate } from './folders.ts'
import { lockFolder } from './folder.store.ts'
import {
  countIn,
  findMaterial,
  insertMaterial,
  insertVersion,
  listVersions,
  type MaterialRow,
  updateDeleted,
  updateMaterial,
  updateOrder,
} from './material.store.ts'
import { presentMaterials } from './present.ts'

type Saving = {
  readonly folderId: MaterialFolderId
  readonly materialId: MaterialId
  readonly title: string
  readonly note: string
  readonly link: string | null
  readonly fileId: FileId | null
  readonly rev: number | null
}

/** A new one, or another title, note, link or folder of one that is there; a retry changes nothing. */
export async function saveMaterial(context: Context, actor: Actor, given: Saving): Promise<Material> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockName(tx, `material:${given.materialId}`)
    const there = await findMaterial(tx, given.materialId)
    const folder = await openFolder(tx, actor, given.folderId)
    const before = there && (await changeMaterial(tx, actor, { folder, given, now: context.clock() }))
    if (!there) await begin(tx, actor, { folder, given, now: context.clock() })
    if (before !== 'same') {
      const action = there ? 'material.changed' : 'material.added'
      const changing = { tx, actor, shelf: folder.shelf, afterCommit }
      await endChange(context, changing, { action, subjectId: given.materialId })
      // Those who saw it where it lay.
      if (before && before.id !== folder.id) await endChange(context, { ...changing, shelf: before.shelf })
    }
    return getMaterial(tx, folder, given.materialId)
  })
}

type Writing = { readonly folder: ClearedFolder; readonly given: Saving; readonly now: Date }

async function begin(tx: Tx, actor: Actor, { folder, given, now }: Writing): Promise<void> {
  const { materialId: id, folderId, title, note, link, fileId } = given
  if (link === null && fileId === null) throw invalidFields({ link: 'required' })
  await requireRoom(tx, folder.id)
  if (fileId !== null) await attachFiles(tx, actor, [fileId])
  const isMade = await insertMaterial(tx, { id, folderId, title, note, link, fileId, addedBy: actor.accountId, now })
  if (!isMade) throw new AppError('not-found')
}

/** Where it was before; or that it is so already. */
async function changeMaterial(tx: Tx, actor: Actor, { folder, given, now }: Writing): Promise<ClearedFolder | 'same'> {
  const before = await accessMaterial(tx, actor, given.materialId, { action: 'add' })
  if (before.folder.organizationId !== folder.organizationId) throw new AppError('not-found')
  if (isSame(before, given)) return 'same'
  if (given.rev !== before.rev) throw new AppError('material-changed')
  if (before.link !== null && given.link === null) throw invalidFields({ link: 'required' })
  if (before.folderId !== folder.id) await requireRoom(tx, folder.id)
  const { title, note } = given
  const link = before.link === null ? null : given.link
  await updateMaterial(tx, before.id, { title, note, link, folder_id: folder.id }, now)
  return before.folder
}

const isSame = (before: MaterialRow, { folderId, title, note, link }: Saving) =>
  before.folderId === folderId &&
  before.title === title &&
  before.note === note &&
  (before.link === null || before.link === link)

/** One after another in a folder, so that it never holds more than it can. */
export async function openFolder(tx: Tx, actor: Actor, folderId: MaterialFolderId): Promise<ClearedFolder> {
  await lockFolder(tx, folderId)
  return accessFolder(tx, actor, folderId, { action: 'add' })
}

export async function requireRoom(tx: Tx, folderId: MaterialFolderId, more = 1): Promise<void> {
  if ((await countIn(tx, folderId)) + more > MAX_MATERIALS) throw new AppError('material-folder-full')
}

async function getMaterial(tx: Tx, { organizationId }: ClearedFolder, id: MaterialId): Promise<Material> {
  const row = await findMaterial(tx, id)
  const [shown] = row ? await presentMaterials(tx, organizationId, [row]) : []
  if (!shown) throw new AppError('not-found')
  return shown
}

type One = { readonly materialId: MaterialId }

/** The one before stays, for those who add. The file says which version it is: a retry finds it there. */
export async function addVersion(context: Context, actor: Actor, { materialId, fileId }: One & { fileId: FileId }) {
  return transact(context.db, async (tx, afterCommit) => {
    const material = await lockMaterial(tx, actor, materialId)
    if (material.link !== null) throw invalidFields({ fileId: 'not-a-file' })
    const versions = await listVersions(tx, materialId)
    if (!versions.some(({ file }) => file.fileId === fileId)) {
      if (versions.length >= MAX_MATERIAL_VERSIONS) throw new AppError('too-many-versions')
      await attachFiles(tx, actor, [fileId])
      const [number, now] = [material.version + 1, context.clock()]
      await insertVersion(tx, { id: materialId, number, fileId, addedBy: actor.accountId, now })
      await updateMaterial(tx, materialId, { version: number }, now)
      const { shelf } = material.folder
      const done = { action: 'material.changed', subjectId: materialId } as const
      await endChange(context, { tx, actor, shelf, afterCommit }, done)
    }
    return getMaterial(tx, material.folder, materialId)
  })
}

/** Looked at under its own lock, for it may be on its way to another folder, and under that of the folder it lies in. */
async function lockMaterial(tx: Tx, actor: Actor, id: MaterialId, { isDeleted = false } = {}) {
  await lockName(tx, `material:${id}`)
  const found = await findMaterial(tx, id)
  if (!found) throw new AppError('not-found')
  await lockFolder(tx, found.folderId)
  return accessMaterial(tx, actor, id, { action: 'add', isDeleted })
}

export async function removeMaterial(context: Context, actor: Actor, { materialId }: One) {
  return transact(context.db, async (tx, afterCommit) => {
    const { deletedAt, folder } = await lockMaterial(tx, actor, materialId, { isDeleted: true })
    if (deletedAt) return {}
    await updateDeleted(tx, materialId, context.clock())
    const done = { action: 'material.removed', subjectId: materialId } as const
    await endChange(context, { tx, actor, shelf: folder.shelf, afterCommit }, done)
    return {}
  })
}

export async function restoreMaterial(context: Context, actor: Actor, { materialId }: One): Promise<Material> {
  return transact(context.db, async (tx, afterCommit) => {
    const { deletedAt, folder } = await lockMaterial(tx, actor, materialId, { isDeleted: true })
    if (deletedAt) {
      refuseLate(context, deletedAt)
      await requireRoom(tx, folder.id)
      await updateDeleted(tx, materialId, null)
      const done = { action: 'material.restored', subjectId: materialId } as const
      await endChange(context, { tx, actor, shelf: folder.shelf, afterCommit }, done)
    }
    return getMaterial(tx, folder, materialId)
  })
}

type Ordering = { readonly folderId: MaterialFolderId; readonly materialIds: readonly MaterialId[] }

export async function orderMaterials(context: Context, actor: Actor, { folderId, materialIds }: Ordering) {
  return transact(context.db, async (tx, afterCommit) => {
    const { shelf } = await openFolder(tx, actor, folderId)
    await updateOrder(tx, folderId, materialIds)
    await endChange(context, { tx, actor, shelf, afterCommit })
    return {}
  })
}
