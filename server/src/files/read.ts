import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { FileId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import type { ByteRange, FileAnswer } from '#platform/send-file.ts'
import { accessDownload, accessFile } from './access.ts'
import type { FilesContext } from './files.ts'
import { thumbnailKey } from './keep.ts'
import { whileAllowed } from './while-allowed.ts'
import type { FileRightsPort } from './rights-port.ts'
import { type FileRow, findFile } from './store.ts'

/** Pictures, sound and film can't run as a page of ours; whatever else is handed over as a download. */
const shownInPage = /^(image\/(jpeg|png|webp|gif)|video\/(mp4|webm|quicktime)|audio\/[\w.+-]+)$/

type Reading = { readonly fileId: FileId; readonly download?: boolean; readonly rights: readonly FileRightsPort[] }

export async function readContent(files: FilesContext, actor: Actor, reading: Reading): Promise<FileAnswer> {
  const { fileId, rights, download = false } = reading
  const mayStill = () => accessFile(files.db, actor, fileId, rights)
  const file = await mayStill()
  if (download) await accessDownload(files.db, actor, file, rights)
  const { body, ...content } = contentOf(files, file, download)
  return { ...content, body: (range) => whileAllowed(body(range), mayStill) }
}

export async function readThumbnail(files: FilesContext, actor: Actor, { fileId, rights }: Reading) {
  const file = await accessFile(files.db, actor, fileId, rights)
  if (file.kind !== 'photo') throw new AppError('not-found')
  const body = files.storage.open(thumbnailKey(file.id))
  return { body, mediaType: 'image/webp', name: `${file.name}.webp`, isInline: true, etag: thumbnailKey(file.id) }
}

/** For a module whose own door has already let the reader in. */
export async function openFile(files: FilesContext, fileId: FileId): Promise<FileAnswer> {
  const file = await findFile(files.db, fileId)
  if (file?.state !== 'ready') throw new AppError('not-found')
  return contentOf(files, file, false)
}

/** What somebody has just uploaded to be read at once; it stays unattached, and the sweep takes it. */
export async function readOwnUpload({ db, storage }: FilesContext, actor: Actor, fileId: FileId) {
  const { id, name, size, media_type: mediaType } = await accessFile(db, actor, fileId, [])
  return { name, size: Number(size), mediaType, read: () => buffer(storage.open(id)) }
}

/** Name, size and type, for the same. */
export async function describeFile(db: Db, fileId: FileId) {
  const file = await findFile(db, fileId)
  if (!file) throw new AppError('not-found')
  return { name: file.name, size: Number(file.size), mediaType: file.media_type }
}

type Content = FileAnswer & { readonly body: (range?: ByteRange) => Readable }

function contentOf({ storage }: FilesContext, file: FileRow, download: boolean): Content {
  return {
    body: (range) => storage.open(file.id, range),
    size: Number(file.size),
    mediaType: file.media_type,
    name: file.name,
    isInline: !download && shownInPage.test(file.media_type),
    etag: file.id,
  }
}
