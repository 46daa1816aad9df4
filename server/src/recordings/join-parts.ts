import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { newId } from '#platform/new-id.ts'
import { listParts, sizeOf } from './folder.ts'
import { isPlayable } from './mp4.ts'

type Joining = {
  readonly ffmpeg: string
  readonly folder: string
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void
}

/** One file that begins to play at once and can be sought in, of all parts; nothing where nothing was recorded. */
export async function joinParts({ ffmpeg, folder, signal, onProgress }: Joining): Promise<string | undefined> {
  const whole = join(folder, 'whole.mp4')
  // Joined by a server that was killed before it could go on.
  if (await isThere(whole)) return whole
  const parts: string[] = []
  for (const part of await listParts(folder)) if (await isPlayable(part)) parts.push(part)
  if (parts.length === 0) return undefined
  const total = await sizeOf(parts)
  const list = join(folder, 'parts.txt')
  await writeFile(list, parts.map((part) => `file '${part}'\n`).join(''))
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
    await rename(half, whole)
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
    stdio: ['ignore', 'pipe', 'ignore'],
    signal,
    killSignal: 'SIGKILL',
  })
  createInterface(child.stdout).on('line', (line) => {
    const bytes = /^total_size=(\d+)$/.exec(line)?.[1]
    if (bytes !== undefined) onBytes(Number(bytes))
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The parts of a recording can not be joined (${String(code)})`)
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
