import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { chmod, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { PROGRAM, type Wishes } from './wishes.ts'
import type { Release } from './release.ts'

const PATIENCE_MS = 10 * 60_000
const STEP = 0.25

/** Fetches the release and keeps the program, if it is exactly the one we know. */
export async function download(
  { file, sha256 }: Release,
  { folder, releaseUrl, say, signal }: Wishes,
): Promise<string> {
  const work = await mkdtemp(join(folder, 'half-'))
  try {
    const url = `${releaseUrl.replace(/\/$/, '')}/${file}`
    say(`скачивается ${url}`)
    const found = await fetchTo(join(work, file), url, say, signal)
    if (found !== sha256) {
      throw new Error(`контрольная сумма ${file} не сошлась, файл не используется (${url})`)
    }
    await promisify(execFile)('tar', ['-xzf', join(work, file), '-C', work, PROGRAM])
    await chmod(join(work, PROGRAM), 0o755)
    await rename(join(work, PROGRAM), join(folder, PROGRAM))
    return join(folder, PROGRAM)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function fetchTo(path: string, url: string, say: (line: string) => void, stop?: AbortSignal): Promise<string> {
  const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(stop ? [stop] : [])])
  const answer = await fetch(url, { signal }).catch((error: unknown) => {
    throw new Error(`скачать LiveKit не вышло: ${url} не отвечает`, { cause: error })
  })
  if (!answer.ok || !answer.body) throw new Error(`скачать LiveKit не вышло: ${url} отвечает ${String(answer.status)}`)
  const hash = createHash('sha256')
  const total = Number(answer.headers.get('content-length') ?? 0)
  let size = 0
  let shown = STEP
  await pipeline(
    answer.body,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        size += chunk.length
        for (; total > 0 && size / total >= shown; shown += STEP) say(`скачано ${String(Math.round(shown * 100))} %`)
        yield chunk
      }
    },
    createWriteStream(path),
  )
  return hash.digest('hex')
}
