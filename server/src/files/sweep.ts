import { transact } from '#platform/db.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import type { FilesContext } from './files.ts'
import { deleteBytes } from './keep.ts'
import { countUnattached, deleteUnattached, mayDelete } from './store.ts'

const DAY = 24 * 3600 * 1000
const AT_ONCE = 200

export const fileRetention: readonly Retained[] = [{ kind: 'uploads', keptDays: 1, count: countUnattached }]

/** Removes uploads that nothing has referred to for a day, finished or not; later, where they are held for a backup. */
export async function sweepFiles(files: FilesContext): Promise<number> {
  const { db, clock } = files
  const before = new Date(clock().getTime() - DAY)
  const ids = await transact(db, async (tx) => ((await mayDelete(tx)) ? deleteUnattached(tx, before, AT_ONCE) : []))
  for (const id of ids) await deleteBytes(files, id)
  return ids.length
}

/** Every hour, in rounds that each take a bounded number. */
export const fileTasks = (files: FilesContext): Tasks => ({
  'sweep-files': defineSchedule('17 * * * *', async () => {
    while ((await sweepFiles(files)) === AT_ONCE);
  }),
})
