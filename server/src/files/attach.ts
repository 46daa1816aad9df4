import type { Attachment, FileId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { invalidFields } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import { attachOwnFiles, findFile, markAttached, releaseFiles } from './store.ts'

/**
 * Ties finished uploads of this person to what is being written, in the given order. From then on the
 * right to read them is that thing's (`FileRightsPort`), and the sweep leaves them alone.
 */
export async function attachFiles(tx: Tx, actor: Actor, fileIds: readonly FileId[]): Promise<Attachment[]> {
  if (fileIds.length === 0) return []
  const files = new Map((await attachOwnFiles(tx, actor.accountId, fileIds)).map((file) => [file.fileId, file]))
  return fileIds.map((fileId) => {
    const file = files.get(fileId)
    if (!file) throw invalidFields({ fileIds: 'file-missing' })
    return { ...file, size: Number(file.size), kind: file.kind === 'photo' ? 'photo' : 'file' }
  })
}

/** The same where some are held already, whoever brought them; others must be one's own uploads. */
export async function attachMore(
  tx: Tx,
  actor: Actor,
  attachments: readonly Attachment[],
  fileIds: readonly FileId[],
): Promise<Attachment[]> {
  const held = new Map(attachments.map((one) => [one.fileId, one]))
  const added = await attachFiles(
    tx,
    actor,
    fileIds.filter((id) => !held.has(id)),
  )
  for (const one of added) held.set(one.fileId, one)
  return fileIds.flatMap((id) => held.get(id) ?? [])
}

/** Nothing refers to them any more: the sweep takes them. */
export async function detachFiles(tx: Tx, fileIds: readonly FileId[]): Promise<void> {
  if (fileIds.length > 0) await releaseFiles(tx, fileIds)
}

/** The same of what came without an account, by letter: in use from now on. */
export async function attachReceived(tx: Tx, fileIds: readonly FileId[]): Promise<Attachment[]> {
  const attached: Attachment[] = []
  for (const fileId of fileIds) {
    await markAttached(tx, fileId)
    const file = await findFile(tx, fileId)
    if (!file) continue
    const { name, width, height, media_type: mediaType } = file
    attached.push({
      fileId,
      name,
      mediaType,
      width,
      height,
      size: Number(file.size),
      kind: file.kind === 'photo' ? 'photo' : 'file',
    })
  }
  return attached
}

/** For a module with a door of its own (an application's order): in use from now on. */
export async function holdFile(tx: Tx, fileId: FileId): Promise<void> {
  await markAttached(tx, fileId)
}
