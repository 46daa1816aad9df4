import type { ChatId, FileId, Material, MaterialFolderId, MaterialId, MessageId } from '@kolosok/contract'
import type { ChatContext } from '#chats/index.ts'
import { findVisible, underChatLock } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import type { ClearedFolder } from './access.ts'
import { endChange } from './change.ts'
import { findMaterial, insertMaterial, listSome } from './material.store.ts'
import { openFolder, requireRoom } from './materials.ts'
import { presentMaterials } from './present.ts'

type Item = { readonly materialId: MaterialId; readonly fileId: FileId | null; readonly link: string | null }
type Taking = {
  readonly folderId: MaterialFolderId
  readonly chatId: ChatId
  readonly messageId: MessageId
  readonly items: readonly Item[]
}

/**
 * By reference: whoever reads the message may put what it holds where they may add. Under the chat's lock, so that a
 * message deleted at the same moment either is there still, or leaves nothing to take.
 */
export async function takeFromMessage(
  context: ChatContext,
  actor: Actor,
  given: Taking,
): Promise<{ materials: Material[] }> {
  const { chatId, messageId, folderId, items } = given
  return underChatLock(context, actor, { chatId, action: 'see' }, async (tx, chat, afterCommit) => {
    const { attachments, deletedAt } = await findVisible(tx, chat, messageId)
    const folder = await openFolder(tx, actor, folderId)
    if (deletedAt) throw new AppError('message-deleted')
    const names = new Map(attachments.map(({ fileId, name }) => [fileId, name]))
    refuseOthers(items, names)
    const fresh = await withoutTaken(tx, folder, items)
    await requireRoom(tx, folderId, fresh.length)
    for (const { materialId: id, fileId, link } of fresh) {
      const title = fileId === null ? titleOf(link ?? '') : (names.get(fileId) ?? '')
      const [addedBy, now] = [actor.accountId, context.clock()]
      const isMade = await insertMaterial(tx, { id, folderId, title, note: '', link, fileId, addedBy, now })
      if (!isMade) throw new AppError('not-found')
    }
    const [first] = fresh
    if (first) {
      const done = { action: 'material.added', subjectId: first.materialId, count: fresh.length } as const
      await endChange(context, { tx, actor, shelf: folder.shelf, afterCommit }, done)
    }
    const rows = await listSome(
      tx,
      items.map(({ materialId }) => materialId),
    )
    return { materials: await presentMaterials(tx, folder.organizationId, rows) }
  })
}

/** Every bad item at once. */
function refuseOthers(items: readonly Item[], names: ReadonlyMap<FileId, string>): void {
  const faults: Record<string, string> = {}
  const ids = new Set<string>()
  for (const [index, { materialId, fileId, link }] of items.entries()) {
    const at = `items/${String(index)}`
    if ((fileId === null) === (link === null)) faults[`${at}/link`] = 'link-or-file'
    else if (fileId !== null && !names.has(fileId)) faults[`${at}/fileId`] = 'file-missing'
    if (ids.has(materialId)) faults[`${at}/materialId`] = 'taken'
    ids.add(materialId)
  }
  if (Object.keys(faults).length > 0) throw invalidFields(faults)
}

/** A retry finds its own there; anybody else's id is nobody's business. */
async function withoutTaken(tx: Tx, folder: ClearedFolder, items: readonly Item[]): Promise<Item[]> {
  const fresh: Item[] = []
  for (const item of items) {
    const there = await findMaterial(tx, item.materialId)
    if (there && there.folderId !== folder.id) throw new AppError('not-found')
    if (!there) fresh.push(item)
  }
  return fresh
}

/** «example.org/page» says more than the protocol. */
const titleOf = (link: string): string =>
  link
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '')
    .slice(0, 200)
