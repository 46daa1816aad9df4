import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** What lies in an archive under a name. */
export type Packed = { readonly name: string; readonly size: number; readonly sha256: string }

export type Source = Readable | Buffer | string
export type Packer = {
  /** `isPacked`: it does not get smaller, as photos don't. */
  readonly add: (name: string, source: Source, options?: { isPacked?: boolean }) => Promise<Packed>
}

/**
 * Writes a ZIP that is either whole under its name or not there: beside it first, durable, checked by `prove`, then
 * renamed. Only its owner may read it.
 */
export async function writeArchive(
  path: string,
  fill: (packer: Packer) => Promise<void>,
  prove: (path: string) => Promise<unknown> = () => Promise.resolve(),
): Promise<{ size: number }> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const part = `${path}.part`
  try {
    await pack(part, fill)
    await makeDurable(part)
    await prove(part)
    await rename(part, path)
    await makeDurable(dirname(path))
    return { size: (await stat(path)).size }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function pack(path: string, fill: (packer: Packer) => Promise<void>): Promise<void> {
  const zip = new ZipFile()
  const broken = new Promise<never>((_, reject) => zip.on('error', reject))
  broken.catch(() => undefined) // Whoever waits for it is told; nobody may be waiting yet.
  const written = pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }))
  written.catch(() => undefined)
  const orBroken = <T>(work: Promise<T>) => Promise.race([work, broken, written.then(() => work)])
  try {
    await fill({ add: (name, source, options) => orBroken(addTo(zip, name, source, options)) })
    zip.end()
    await orBroken(written)
  } catch (error) {
    zip.outputStream.emit('error', error) // Ends the file, too.
    throw error
  }
}

/** One at a time, each to its end: the next one's source is opened when it is read. */
async function addTo(zip: ZipFile, name: string, source: Source, { isPacked = false } = {}): Promise<Packed> {
  const hash = createHash('sha256')
  let size = 0
  const tap = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  zip.addReadStream(tap, name, { compress: !isPacked, forceZip64Format: true })
  await pipeline(source instanceof Readable ? source : Readable.from([Buffer.from(source)]), tap)
  return { name, size, sha256: hash.digest('hex') }
}

async function makeDurable(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
