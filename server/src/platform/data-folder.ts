import { constants } from 'node:fs'
import { access, mkdir, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Lock, lockFolder } from './processes/lock.ts'
import { StartProblem } from './start-problem.ts'

const MEGABYTE = 1024 * 1024
const LEAST_FREE = 300 * MEGABYTE
const OTHER = 'Укажите другую: KOLOSOK_DATA=/путь'

/** Makes sure that the folder can be used, and that this server is the only one that does. */
export async function openDataFolder(folder: string, leastFree = LEAST_FREE): Promise<Lock> {
  try {
    await makeFolder(folder)
    if (!(await stat(folder)).isDirectory())
      throw new StartProblem(`Вместо папки данных ${folder} лежит файл. ${OTHER}`)
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    if (error instanceof StartProblem) throw error
    const reason = (error as NodeJS.ErrnoException).code ?? ''
    throw new StartProblem(
      `В папку данных ${folder} нельзя писать (${reason}). Дайте на неё права или укажите другую: KOLOSOK_DATA=/путь`,
    )
  }
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < leastFree) {
    throw new StartProblem(
      `На диске с папкой данных ${folder} осталось ${String(Math.floor((bavail * bsize) / MEGABYTE))} МБ, ` +
        `а нужно хотя бы ${String(leastFree / MEGABYTE)}. Освободите место или укажите другую папку: KOLOSOK_DATA=/путь`,
    )
  }
  return lockFolder(folder)
}

/** Step by step: where a file system makes no folders at all (`/proc`), Node's own recursive way never ends. */
async function makeFolder(folder: string): Promise<void> {
  const failure = await tryToMake(folder)
  if (failure === undefined || failure.code === 'EEXIST') return
  if (failure.code !== 'ENOENT' || dirname(folder) === folder) throw failure
  await makeFolder(dirname(folder))
  const again = await tryToMake(folder)
  if (again && again.code !== 'EEXIST') throw again
}

const tryToMake = (folder: string): Promise<NodeJS.ErrnoException | undefined> =>
  mkdir(folder, { mode: 0o700 }).then(
    () => undefined,
    (error: unknown) => error as NodeJS.ErrnoException,
  )
