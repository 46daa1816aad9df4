import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '#platform/config.ts'
import { newId } from '#platform/new-id.ts'

/** A photo from every phone passes; nobody sends films by mail. */
export const MAX_LETTER_BYTES = 30 * 1024 * 1024

export type Spooled = { readonly path: string; readonly size: number }

const folderOf = ({ dataFolder }: Config) => join(dataFolder, 'letters')

/** Before anything is taken in. What lies there was cut off: it is sent again, or the mailbox still has it. */
export async function openSpool(config: Config): Promise<void> {
  await rm(folderOf(config), { recursive: true, force: true })
  await mkdir(folderOf(config), { recursive: true })
}

/** A letter lies on the disk while it is looked at, never in memory: many may arrive at once, slowly. */
export async function spool<T>(config: Config, source: Readable, use: (spooled: Spooled) => Promise<T>): Promise<T> {
  const path = join(folderOf(config), newId())
  let size = 0
  async function* upToLimit() {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length
      // Read to its end all the same: the sender is told only then.
      if (size <= MAX_LETTER_BYTES) yield chunk
    }
  }
  try {
    await pipeline(upToLimit, createWriteStream(path))
    return await use({ path, size })
  } finally {
    await rm(path, { force: true })
  }
}
