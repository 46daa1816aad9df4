import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chown, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findProcess, stopOrphan } from '../processes/processes.ts'
import { StartProblem } from '../start-problem.ts'
import { exists, findPrograms, servant } from './native.ts'

/** A socket's path may be this long on every system we run on. */
const LONGEST_SOCKET = 100

const SET_UP = [
  '--username=postgres',
  '--auth=trust',
  '--encoding=UTF8',
  // Russian order and case; with the C locale alone pg_trgm sees no Cyrillic letters.
  '--locale-provider=icu',
  '--icu-locale=ru',
  '--locale=C',
  '--lc-ctype=C.UTF-8',
]

const FIXED = {
  listen_addresses: '',
  unix_socket_directories: '.',
  // After a crash every file is made durable first: in one call where the system has it.
  ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
}

export type Cluster = {
  readonly url: (database: string) => string
  readonly spawn: () => Promise<ChildProcess>
  readonly ready: (child: ChildProcess) => Promise<void>
  /** Removes what was made outside the folder. */
  readonly dispose: () => Promise<void>
}

type Options = { readonly settings?: Record<string, string>; readonly isDurable?: boolean }

/** The database's files in `folder`, made when they are not there yet; reached by a socket among them. */
export async function openCluster(folder: string, { settings = {}, isDurable = true }: Options = {}): Promise<Cluster> {
  const programs = await findPrograms()
  if (!(await exists(folder))) await create(programs, folder, isDurable)
  await checkVersion(programs, folder)
  const door = await openDoor(folder)
  // Seen in the command line: how the next start knows this very database again.
  const mark = `cluster_name=kolosok_${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const all = { ...FIXED, max_connections: '100', ...settings }
  const args = [...Object.entries(all).map(([key, value]) => `${key}=${value}`), mark].flatMap((pair) => ['-c', pair])

  return {
    url: door.url,
    async spawn() {
      await clearLeftover(folder, mark)
      const at = where(folder)
      return spawn(join(programs, 'bin/postgres'), ['-D', at.path, ...args], {
        ...at.options,
        // A process group of its own: Ctrl+C is ours to pass on, in the right order.
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
    },
    ready,
    dispose: door.close,
  }
}

/** As root, `nobody` stands in the folder without having to walk there: the path to it may be closed. */
function where(folder: string) {
  const path = servant && process.platform === 'linux' ? '/proc/self/cwd' : folder
  return { path, options: { cwd: folder, env: { TZ: 'UTC' }, ...servant } }
}

async function create(programs: string, folder: string, isDurable: boolean): Promise<void> {
  const half = `${folder}.half`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true, mode: 0o700 })
  if (servant) await chown(half, servant.uid, servant.gid).catch(refuseRoot)
  const at = where(half)
  const args = ['-D', at.path, ...SET_UP, ...(isDurable ? [] : ['--no-sync'])]
  await promisify(execFile)(join(programs, 'bin/initdb'), args, at.options)
  await rename(half, folder)
}

/** PostgreSQL never runs as root, and some containers have nobody else. */
function refuseRoot(): never {
  throw new StartProblem('База данных не запускается от root, а пользователя nobody здесь нет. Запустите не от root.')
}

async function checkVersion(programs: string, folder: string): Promise<void> {
  const { stdout } = await promisify(execFile)(join(programs, 'bin/postgres'), ['--version'], { cwd: '/' })
  const ours = /(\d+)\./.exec(stdout)?.[1] ?? ''
  const theirs = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim()
  if (ours === theirs) return
  throw new StartProblem(
    `База данных в ${folder} создана PostgreSQL ${theirs}, а у этой версии Колоска PostgreSQL ${ours}. ` +
      'Запустите ту версию Колоска, с которой база работала, сделайте резервную копию и восстановите её в новой.',
  )
}

/** The way to a database that runs in `folder`: its socket, by a shorter path where that is too long for one. */
export async function openDoor(folder: string): Promise<{ url: Cluster['url']; close: () => Promise<void> }> {
  const isShort = Buffer.byteLength(folder) <= LONGEST_SOCKET - '/.s.PGSQL.5432'.length
  const shorter = isShort ? undefined : await mkdtemp(join(tmpdir(), 'kolosok-'))
  if (shorter) await symlink(folder, join(shorter, 'db'))
  const path = encodeURIComponent(shorter ? join(shorter, 'db') : folder)
  return {
    url: (database) => `postgres://postgres@localhost/${database}?host=${path}`,
    close: () => (shorter ? rm(shorter, { recursive: true, force: true }) : Promise.resolve()),
  }
}

/** What PostgreSQL writes its pid into, in the first line: the folder's lock and the socket's. */
const LOCKS = ['postmaster.pid', '.s.PGSQL.5432.lock']

/** An earlier server was killed and left its PostgreSQL behind, running or only its locks. */
async function clearLeftover(folder: string, mark: string): Promise<void> {
  const [pid = NaN] = await Promise.all(LOCKS.map((name) => readOwner(join(folder, name))))
  const found = await findProcess(pid)
  if (found?.command.includes(mark)) await stopOrphan(pid, 'SIGINT', 'SIGQUIT')
  else await Promise.all(LOCKS.map((name) => disown(join(folder, name))))
}

async function readOwner(lock: string): Promise<number> {
  return Number((await readFile(lock, 'utf8').catch(() => '')).split('\n', 1)[0])
}

/**
 * Whoever has the pid by now, or has ended without having been waited for, PostgreSQL would take for a postmaster. A
 * lock of its parent, us, it knows to be stale; and unlike a missing one it still makes it look for servants left over.
 */
async function disown(lock: string): Promise<void> {
  const text = await readFile(lock, 'utf8').catch(() => undefined)
  if (text !== undefined) await writeFile(lock, text.replace(/^\d+/, String(process.pid)))
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-10_000)
      if (log.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => {
      reject(new Error(`PostgreSQL ended:\n${log}`))
    })
  })
}
