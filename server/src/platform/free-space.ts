import { statfs } from 'node:fs/promises'

/** Null where the folder is not there yet, or can't be asked. */
export const findFreeSpace = (folder: string): Promise<number | null> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  )

/** What can be known before anything is written. */
export class NoSpace extends Error {}

export function isDiskFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return error instanceof NoSpace || code === 'ENOSPC' || code === 'EDQUOT'
}
