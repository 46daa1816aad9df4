import {
  MATERIALS_RESTORABLE_DAYS,
  MAX_MATERIAL_FOLDERS,
  type MaterialFolder,
  type MaterialFolderId,
  type OrganizationId,
} from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessFolder, accessShelf } from './access.ts'
import { endChange } from './change.ts'
import { countBeside, findFolder, insertFolder, lockFolder, updateFolder, updateFolderOrder } from './folder.store.ts'
import { presentFolder } from './present.ts'
import type { Place } from './shelves.ts'

type Saving = Place & {
  readonly organizationId: OrganizationId
  readonly folderId: MaterialFolderId
  readonly title: string
}

/** A new one, or another name for one that is there; it stays where it stands. */
export async function saveFolder(context: Context, actor: Actor, given: Saving): Promise<MaterialFolder> {
  const { folderId: id, organizationId, groupId, programme, title } = given
  return transact(context.db, async (tx, afterCommit) => {
    await lockFolder(tx, id)
    if (!(await findFolder(tx, id))) {
      const shelf = await accessShelf(tx, actor, { organizationId, groupId, programme }, 'add')
      if (!shelf.isFollowed) throw new AppError('not-found')
      await requireRoom(tx, shelf)
      const isMade = await insertFolder(tx, { id, organizationId, groupId, programme, title })
      if (!isMade) throw new AppError('not-found')
      await endChange(context, { tx, actor, shelf, afterCommit }, { action: 'material-folder.created', subjectId: id })
      return getFolderRow(tx, id)
    }
    const folder = await accessFolder(tx, actor, id, { action: 'add' })
    if (folder.organizationId !== organizationId) throw new AppError('not-found')
    if (folder.title !== title) {
      await updateFolder(tx, id, { title })
      const { shelf } = folder
      await endChange(context, { tx, actor, shelf, afterCommit }, { action: 'material-folder.edited', subjectId: id })
    }
    return getFolderRow(tx, id)
  })
}

async function requireRoom(tx: Tx, shelf: Parameters<typeof countBeside>[1]): Promise<void> {
  if ((await countBeside(tx, shelf)) >= MAX_MATERIAL_FOLDERS) throw new AppError('too-many-material-folders')
}

async function getFolderRow(tx: Tx, id: MaterialFolderId): Promise<MaterialFolder> {
  const folder = await findFolder(tx, id)
  if (!folder) throw new AppError('not-found')
  return presentFolder(folder)
}

type One = { readonly folderId: MaterialFolderId }

export async function removeFolder(context: Context, actor: Actor, { folderId }: One) {
  return transact(context.db, async (tx, afterCommit) => {
    await lockFolder(tx, folderId)
    const { shelf, deletedAt } = await accessFolder(tx, actor, folderId, { action: 'add', isDeleted: true })
    if (deletedAt) return {}
    await updateFolder(tx, folderId, { deleted_at: context.clock() })
    const done = { action: 'material-folder.removed', subjectId: folderId } as const
    await endChange(context, { tx, actor, shelf, afterCommit }, done)
    return {}
  })
}

export async function restoreFolder(context: Context, actor: Actor, { folderId }: One): Promise<MaterialFolder> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockFolder(tx, folderId)
    const { shelf, deletedAt } = await accessFolder(tx, actor, folderId, { action: 'add', isDeleted: true })
    if (deletedAt) {
      refuseLate(context, deletedAt)
      await requireRoom(tx, shelf)
      await updateFolder(tx, folderId, { deleted_at: null })
      const done = { action: 'material-folder.restored', subjectId: folderId } as const
      await endChange(context, { tx, actor, shelf, afterCommit }, done)
    }
    return getFolderRow(tx, folderId)
  })
}

/** The sweep may come any moment: what is too old is gone. */
export function refuseLate({ clock }: Pick<Context, 'clock'>, deletedAt: Date): void {
  const days = (clock().getTime() - deletedAt.getTime()) / (24 * 3600 * 1000)
  if (days >= MATERIALS_RESTORABLE_DAYS) throw new AppError('not-found')
}

export async function orderFolders(
  context: Context,
  actor: Actor,
  { folderId, folderIds }: One & { readonly folderIds: readonly MaterialFolderId[] },
) {
  return transact(context.db, async (tx, afterCommit) => {
    const { shelf } = await accessFolder(tx, actor, folderId, { action: 'add' })
    await updateFolderOrder(tx, shelf, folderIds)
    await endChange(context, { tx, actor, shelf, afterCommit })
    return {}
  })
}
