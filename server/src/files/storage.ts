import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ByteRange } from '#platform/send-file.ts'

/** Where bytes lie: a folder by default; an S3-compatible store fits the same five verbs. */
export type FileStorage = {
  /** Durable once it resolves; replaces what was there. */
  readonly put: (key: string, source: Readable | Buffer) => Promise<void>
  /** `end` is included, as in HTTP. */
  readonly open: (key: string, range?: ByteRange) => Readable
  readonly delete: (key: string) => Promise<void>
  /** In bytes; undefined where there is nothing. */
  readonly size: (key: string) => Promise<number | undefined>
}

export function createFolderStorage(folder: string): FileStorage {
  // The last two letters: a UUIDv7 begins with the time, and one folder would take a month's files.
  const pathOf = (key: string) => join(folder, key.slice(34, 36), key)

  return {
    async put(key, source) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      const part = partOf(path)
      try {
        await pipeline(Buffer.isBuffer(source) ? Readable.from([source]) : source, createWriteStream(part))
        await sync(part)
        await rename(part, path)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      await sync(dirname(path))
    },
    open: (key, range) => createReadStream(pathOf(key), range),
    async delete(key) {
      await rm(pathOf(key), { force: true })
      // Killed while it was put there.
      await rm(partOf(pathOf(key)), { force: true })
    },
    size: (key) =>
      stat(pathOf(key)).then(
        ({ size }) => size,
        () => undefined,
      ),
  }
}

const partOf = (path: string): string => `${path}.part`

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
