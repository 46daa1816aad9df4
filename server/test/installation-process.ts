import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

type Wishes = {
  readonly isDemo?: boolean
  /** What starts the process instead of us. */ readonly starter?: readonly string[]
}

/** The real server as a process of its own, on a data folder of its own. */
export async function createInstallation(
  env: Record<string, string> = {},
  { isDemo = false, starter = [] }: Wishes = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'kolosok-start-'))
  const dataFolder = join(folder, 'data')
  const port = await freePort()
  const settings = {
    ...process.env,
    KOLOSOK_DATA: dataFolder,
    PORT: String(port),
    // These tests are not about calls: none of the ways to get them works.
    PATH: '/usr/bin:/bin',
    LIVEKIT_RELEASE_URL: 'http://127.0.0.1:1',
    ...env,
  }
  const running = new Set<ChildProcess>()

  function spawnServer(more: Record<string, string> = {}) {
    const line = [...starter, process.execPath, 'server/src/main.ts', ...(isDemo ? ['--demo'] : [])]
    const child = spawn(line[0] ?? '', line.slice(1), {
      cwd: root,
      env: { ...settings, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    let shown = ''
    const isUp = new Promise<void>((done) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          shown += chunk.toString()
          if (shown.includes('Ctrl+C')) done()
        })
      }
    })
    const exited = once(child, 'close').then(([code]) => (running.delete(child), code as number | null))
    return { child, exited, isUp, shown: () => shown }
  }

  return {
    dataFolder,
    url: `http://127.0.0.1:${String(port)}`,
    port,
    /** Starts and waits for the closing block. */
    async start(more: Record<string, string> = {}) {
      const server = spawnServer(more)
      const ended = server.exited.then((code) => {
        throw new Error(`ended with ${String(code)}:\n${server.shown()}`)
      })
      await Promise.race([server.isUp, ended])
      ended.catch(() => undefined)
      return server
    },
    /** Starts what is expected not to come up; what it said and how it ended. */
    async fail(more: Record<string, string> = {}) {
      const server = spawnServer(more)
      const code = await server.exited
      return { code, shown: server.shown() }
    },
    /** One of the programs beside the server, told of nothing but the data folder. */
    async command(name: string, ...args: string[]) {
      const child = spawn(process.execPath, [`server/src/${name}.ts`, ...args], {
        cwd: root,
        env: { ...process.env, KOLOSOK_DATA: dataFolder },
      })
      let shown = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (shown += chunk.toString()))
      const [code] = (await once(child, 'close')) as [number | null]
      return { code, shown }
    },
    /** The pid of its PostgreSQL. */
    async postgresPid() {
      return Number((await readFile(join(dataFolder, 'postgres/postmaster.pid'), 'utf8')).split('\n', 1)[0])
    },
    async remove() {
      for (const child of running) {
        child.kill('SIGTERM')
        await once(child, 'close')
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
