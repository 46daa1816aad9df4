import { constants } from 'node:fs'
import { access, mkdir, statfs } from 'node:fs/promises'
import { type Lock, lockFolder } from './processes/lock.ts'
import { StartProblem } from './start-problem.ts'

const MEGABYTE = 1024 * 1024
const LEAST_FREE = 300 * MEGABYTE
/** Makes sure that the folder can be used, and that this server is the only one that does. */
export async function openDataFolder(folder: string, leastFree = LEAST_FREE): Promise<Lock> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
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
