import type { FileId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { filePolicy } from './policy.ts'
import type { FileRightsPort } from './rights-port.ts'
import { type FileRow, findFile } from './store.ts'

/** The only door to a file. One that may not be read answers exactly like one that does not exist. */
export async function accessFile(
  db: Db,
  actor: Actor,
  fileId: FileId,
  rights: readonly FileRightsPort[],
): Promise<FileRow> {
  const file = await findFile(db, fileId)
  if (!file) throw new AppError('not-found')
  const isUploader = file.uploader_id === actor.accountId
  const facts = { state: file.state, isAttached: file.attached_at !== null, isUploader }
  const isShown = facts.isAttached && (await isShownBySomething(db, actor, fileId, rights))
  if (filePolicy.read({ ...facts, isShown }) !== 'allow') throw new AppError('not-found')
  return file
}

/** To take it along; of those who show it, one must let it go. */
export async function accessDownload(db: Db, actor: Actor, file: FileRow, rights: readonly FileRightsPort[]) {
  if (file.attached_at === null) return
  for (const { mayRead, mayDownload = mayRead } of rights) if (await mayDownload(db, actor, file.id)) return
  throw new AppError('forbidden')
}

async function isShownBySomething(db: Db, actor: Actor, fileId: FileId, rights: readonly FileRightsPort[]) {
  for (const port of rights) if (await port.mayRead(db, actor, fileId)) return true
  return false
}
