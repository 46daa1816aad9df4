import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FileId } from '@kolosok/contract'
import { NoSpace } from '#platform/free-space.ts'
import { newId } from '#platform/new-id.ts'
import { findWhole, listParts, sizeOf, type Whole, wholePath } from './folder.ts'
import { isPlayable } from './mp4.ts'

/** The end of what ffmpeg says: why it gave up. */
const SAID = 2_000

type Joining = {
  readonly ffmpeg: string
  readonly folder: string
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void
}

/** One file that begins to play at once and can be sought in, of all parts; nothing where nothing was recorded. */
export async function joinParts({ ffmpeg, folder, signal, onProgress }: Joining): Promise<Whole | undefined> {
  // Joined by a server that was killed before it could go on.
  const joined = await findWhole(folder)
  if (joined) return joined
  const parts: string[] = []
  for (const part of await listParts(folder)) if (await isPlayable(part)) parts.push(part)
  if (parts.length === 0) return undefined
  const total = await sizeOf(parts)
  const list = join(folder, 'parts.txt')
  await writeFile(list, parts.map((part) => `file '${part}'\n`).join(''))
  const fileId = newId<FileId>()
  const whole = { fileId, path: wholePath(folder, fileId) }
  // Somebody who was killed may still have a child that writes.
  const half = join(folder, `half-${newId()}.mp4`)
  try {
    await copyInto(half, {
      ffmpeg,
      list,
      signal,
      onBytes: (bytes) => {
        onProgress(Math.min(1, bytes / total))
      },
    })
    await rename(half, whole.path)
  } finally {
    await rm(half, { force: true })
  }
  for (const part of parts) await rm(part)
  return whole
}

type Copying = Pick<Joining, 'ffmpeg' | 'signal'> & {
  readonly list: string
  readonly onBytes: (bytes: number) => void
}

/** Without encoding anything again. */
async function copyInto(path: string, { ffmpeg, list, signal, onBytes }: Copying): Promise<void> {
  const from = ['-nostdin', '-v', 'error', '-progress', 'pipe:1', '-f', 'concat', '-safe', '0', '-i', list]
  const child = spawn(ffmpeg, [...from, '-c', 'copy', '-movflags', '+faststart', '-y', path], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    killSignal: 'SIGKILL',
  })
  createInterface(child.stdout).on('line', (line) => {
    const bytes = /^total_size=(\d+)$/.exec(line)?.[1]
    if (bytes !== undefined) onBytes(Number(bytes))
  })
  let said = ''
  child.stderr.on('data', (bytes: Buffer) => (said = `${said}${bytes.toString()}`.slice(-SAID)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code === 0) return
  const problem = `The parts of a recording can not be joined (${String(code)}): ${said.trim()}`
  throw said.includes('No space left') ? new NoSpace(problem) : new Error(problem)
}
