import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AccountId, FileId } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import { cleanFileName } from './file-name.ts'
import type { FilesContext } from './files.ts'
import type { Inspected } from './inspect.ts'
import { keepFile, type Kept } from './keep.ts'
import { refuseFile } from './refusal.ts'
import { insertUploading, updateToReady, upsertUploading } from './store.ts'

export type Receiving = {
  readonly source: Readable
  readonly name: string
  readonly maxSize: number
  readonly check: (inspected: Inspected) => void
  /** Whose it is to attach; nobody's unless said. */
  readonly uploaderId?: AccountId | null
}

/** One file in one request, from somebody without an account or drawn by the server; unused until a module attaches it. */
export async function receiveFile(files: FilesContext, { source, name, maxSize, check, uploaderId = null }: Receiving) {
  const id = newId<FileId>()
  const path = join(files.receiving, id)
  await mkdir(files.receiving, { recursive: true })
  try {
    const size = await write(source, path, maxSize)
    const kept: Kept = await keepFile(files.storage, id, { path, name, check })
    await insertUploading(files.db, { id, uploaderId, name: cleanFileName(name), size })
    await updateToReady(files.db, id, kept)
    return { id, name: kept.name, size: kept.size, mediaType: kept.media_type }
  } finally {
    await rm(path, { force: true })
  }
}

export type Written = {
  /** The same at every try: what was cut off is overwritten. */
  readonly id: FileId
  readonly path: string
  /** Not a path, whatever stands in it. */
  readonly name: string
  readonly signal: AbortSignal
}

/** What the server itself has written, at `path`; unused until a module attaches it. */
export async function storeFile(files: FilesContext, { id, path, name: title, signal }: Written): Promise<void> {
  const name = cleanFileName(title.replaceAll(/[/\\]/g, '-'))
  // The row first: of what is cut off, the sweep finds the bytes by it.
  await upsertUploading(files.db, { id, uploaderId: null, name, size: (await stat(path)).size })
  await updateToReady(files.db, id, await keepFile(files.storage, id, { path, name, signal }))
}

async function write(source: Readable, path: string, maxSize: number): Promise<number> {
  let size = 0
  // Left open when it is too much: the sender must be able to read the refusal.
  async function* upToLimit() {
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxSize) return
      yield chunk
    }
  }
  await pipeline(upToLimit, createWriteStream(path))
  if (size <= maxSize) return size
  source.resume()
  throw refuseFile('file-too-large')
}
