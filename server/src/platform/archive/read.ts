import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Entry, openPromise } from 'yauzl'
import type { Packed } from './write.ts'

export type Opened = {
  readonly names: readonly string[]
  readonly open: (name: string) => Promise<Readable>
  readonly read: (name: string) => Promise<Buffer>
  readonly close: () => void
}

/** Throws where it is no ZIP, or only the beginning of one. */
export async function openArchive(path: string): Promise<Opened> {
  const zip = await openPromise(path, { autoClose: false })
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  } catch (error) {
    zip.close()
    throw error
  }
  const open = (name: string): Promise<Readable> => {
    const entry = entries.get(name)
    return entry ? zip.openReadStreamPromise(entry) : Promise.reject(new Error(`${name} is missing`))
  }
  return {
    names: [...entries.keys()],
    open,
    read: async (name) => buffer(await open(name)),
    close: () => {
      zip.close()
    },
  }
}

/** The first of these that is missing or not what was packed. */
export async function findDamaged(archive: Opened, packed: readonly Packed[]): Promise<string | undefined> {
  for (const one of packed) if (!(await isWhole(archive, one))) return one.name
  return undefined
}

async function isWhole(archive: Opened, { name, size, sha256 }: Packed): Promise<boolean> {
  const hash = createHash('sha256')
  let read = 0
  try {
    for await (const chunk of (await archive.open(name)) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      read += chunk.length
    }
  } catch {
    return false
  }
  return read === size && hash.digest('hex') === sha256
}
