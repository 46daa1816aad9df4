import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type ServerProcess = {
  readonly url: string
  readonly port: number
  readonly dataFolder: string
  pid: () => number
  /** With `kill -9`; whatever it held is left as it lies. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  readonly remove: () => Promise<void>
}

const MAIN = new URL('../src/main.ts', import.meta.url).pathname

/** A script as its own process on a data folder of its own, always on the same port; ready when it answers. */
export async function startServer(env: Record<string, string>, script = MAIN): Promise<ServerProcess> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'kolosok-process-'))
  const port = await findFreePort()
  const url = `http://127.0.0.1:${String(port)}`
  // A media server elsewhere: none is fetched or started for what has no calls in it.
  const media = { LIVEKIT_URL: 'http://127.0.0.1:9', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: 'secret'.repeat(6) }
  let child: ChildProcess

  async function start(): Promise<void> {
    child = spawn(process.execPath, [script], {
      env: { ...process.env, ...media, MESSAGES_PER_MINUTE: '0', PORT: String(port), KOLOSOK_DATA: dataFolder, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    while (!(await isAnswering(url))) {
      if (child.exitCode !== null) throw new Error('The server ended while it started')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  await start()
  return {
    url,
    port,
    dataFolder,
    pid: () => child.pid ?? 0,
    kill,
    start,
    async remove() {
      await kill()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

const isAnswering = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  )
