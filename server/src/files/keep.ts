import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileId } from '@kolosok/contract'
import { cleanFileName } from './file-name.ts'
import type { FilesContext } from './files.ts'
import { inspectFile, type Inspected } from './inspect.ts'
import { preparePhoto } from './photo.ts'
import type { FileStorage } from './storage.ts'

/** What is stored under an id, for its row. */
export type Kept = {
  readonly name: string
  readonly size: number
  readonly media_type: string
  readonly kind: Inspected['kind']
  readonly width: number | null
  readonly height: number | null
  readonly sha256: Buffer
}

export const thumbnailKey = (id: FileId): string => `${id}.thumbnail`

/** Under which keys the bytes of a file lie. */
export const storedKeys = ({ id, kind }: { id: string; kind: string }): string[] =>
  kind === 'photo' ? [id, thumbnailKey(id as FileId)] : [id]

/** Wherever they lie: received, stored, or both while one becomes the other. */
export async function deleteBytes({ storage, receiving }: FilesContext, id: FileId): Promise<void> {
  await storage.delete(id)
  await storage.delete(thumbnailKey(id))
  await rm(join(receiving, id), { force: true })
}

export type Received = {
  readonly path: string
  readonly name: string
  /** Throws for a type that is not taken here. */
  readonly check?: (inspected: Inspected) => void
  /** Aborted, a film of gigabytes stops nobody from going. */
  readonly signal?: AbortSignal
}

/** Inspects what was received and stores it; throws the reason when it is refused. */
export async function keepFile(
  storage: FileStorage,
  id: FileId,
  { path, name, check, signal }: Received,
): Promise<Kept> {
  const inspected = await inspectFile(path, cleanFileName(name))
  check?.(inspected)
  const { kind, mediaType } = inspected
  if (kind === 'photo') return keepPhoto(storage, id, { path, name, mediaType })
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { signal }), hash)
  await storage.put(id, createReadStream(path, { signal }))
  return {
    name: cleanFileName(name),
    size: (await stat(path)).size,
    media_type: mediaType,
    kind,
    width: null,
    height: null,
    sha256: hash.digest(),
  }
}

type ReceivedPhoto = Received & { readonly mediaType: string }

async function keepPhoto(storage: FileStorage, id: FileId, { path, name, mediaType }: ReceivedPhoto): Promise<Kept> {
  const photo = await preparePhoto(path, mediaType)
  await storage.put(thumbnailKey(id), photo.thumbnail)
  await storage.put(id, photo.bytes)
  return {
    name: cleanFileName(name, photo.extension),
    size: photo.bytes.length,
    media_type: photo.mediaType,
    kind: 'photo',
    width: photo.width,
    height: photo.height,
    sha256: createHash('sha256').update(photo.bytes).digest(),
  }
}
