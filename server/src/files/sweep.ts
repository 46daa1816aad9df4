import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { FilesContext } from './files.ts'
import { thumbnailKey } from './keep.ts'
import { deleteUnattached } from './store.ts'

const DAY = 24 * 3600 * 1000
const AT_ONCE = 200

/** Removes uploads that nothing has referred to for a day, finished or not. */
export async function sweepFiles({ db, storage, receiving, clock }: FilesContext): Promise<number> {
  const ids = await deleteUnattached(db, new Date(clock().getTime() - DAY), AT_ONCE)
  for (const id of ids) {
    await storage.delete(id)
    await storage.delete(thumbnailKey(id))
    await rm(join(receiving, id), { force: true })
  }
  return ids.length
}

/** Every hour, in rounds that each take a bounded number. */
export const fileTasks = (files: FilesContext): Tasks => ({
  'sweep-files': defineSchedule('17 * * * *', async () => {
    while ((await sweepFiles(files)) === AT_ONCE);
  }),
})
