import { MATERIALS_RESTORABLE_DAYS } from '@kolosok/contract'
import { detachFiles } from '#files/index.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { countDeleted, deleteFolders, deleteMaterials } from './sweep.store.ts'

const DAY = 24 * 3600 * 1000
const PORTION = 200

export const materialRetention: readonly Retained[] = [
  { kind: 'materials', keptDays: MATERIALS_RESTORABLE_DAYS, count: countDeleted },
]

export const materialTasks = (context: Context): Tasks => ({
  'sweep-materials': defineSchedule('41 3 * * *', () => sweepMaterials(context)),
})

/** Portion by portion, each whole or not at all; the files go with the sweep of what nothing refers to. */
async function sweepMaterials({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock().getTime() - MATERIALS_RESTORABLE_DAYS * DAY)
  let found = PORTION
  while (found === PORTION) {
    found = await transact(db, async (tx) => {
      const { count, files } = await deleteMaterials(tx, before, PORTION)
      await detachFiles(tx, files)
      return count
    })
  }
  await deleteFolders(db, before)
}
