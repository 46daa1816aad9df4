import { dataExportId } from '@kolosok/contract'
import { z } from 'zod'
import type { FilesContext } from '#files/index.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { ACTS_KEPT_DAYS, dropOldActs } from './delete.ts'
import { gatherOwnData } from './exports.ts'
import { countOldActs } from './store.ts'

export const personalDataTasks = (files: FilesContext): Tasks => ({
  'gather-own-data': defineTask(z.object({ dataExportId }), (payload) => gatherOwnData(files, payload.dataExportId)),
  'drop-deletion-acts': defineSchedule('27 * * * *', () => dropOldActs(files)),
})

export const personalDataRetention: readonly Retained[] = [
  { kind: 'acts', keptDays: ACTS_KEPT_DAYS, count: countOldActs },
]
