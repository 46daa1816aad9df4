import { spawn } from 'node:child_process'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { PROGRAM, type Wishes } from './wishes.ts'
import { LIVEKIT_VERSION } from './release.ts'

const SOURCE = `github.com/livekit/livekit-server/cmd/server@v${LIVEKIT_VERSION}`
const SAY_EVERY_MS = 30_000

/** Builds the same version from its source, for machines that reach Go's modules but not the releases. */
export async function buildWithGo(go: string, { folder, say, signal }: Wishes): Promise<string> {
  // Of its own: whoever builds at the same time must not find theirs cleared away.
  const work = await mkdtemp(join(folder, 'half-'))
  say('LiveKit собирается из исходного кода, это 3–4 минуты')
  const startedAt = Date.now()
  const clock = setInterval(() => {
    say(`LiveKit собирается: ${String(Math.round((Date.now() - startedAt) / 1000))} с`)
  }, SAY_EVERY_MS)
  try {
    await run(go, work, signal)
    // Go names the program after its folder.
    await rename(join(work, 'server'), join(folder, PROGRAM))
    return join(folder, PROGRAM)
  } finally {
    clearInterval(clock)
    await rm(work, { recursive: true, force: true })
  }
}

function run(go: string, work: string, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'], ...(signal && { signal }) }
    const child = spawn('env', [`GOBIN=${work}`, go, 'install', SOURCE], options)
    // The first page comes before the first call.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
    let log = ''
    child.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-2_000)
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`собрать LiveKit не вышло: ${log.trim().split('\n').at(-1) ?? ''}`))
    })
  })
}
