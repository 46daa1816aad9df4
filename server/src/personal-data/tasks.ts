import { dataExportId } from '@kolosok/contract'
import { z } from 'zod'
import type { FilesContext } from '#files/index.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { gatherOwnData, sweepOwnData } from './exports.ts'
import { countOldActs, countOldExports } from './store.ts'

export const personalDataTasks = (files: FilesContext): Tasks => ({
  'gather-own-data': defineTask(z.object({ dataExportId }), (payload) => gatherOwnData(files, payload.dataExportId)),
  'sweep-own-data': defineSchedule('27 * * * *', () => sweepOwnData(files)),
})

export const personalDataRetention: readonly Retained[] = [
  { kind: 'archives', keptDays: 7, count: countOldExports },
  { kind: 'acts', keptDays: 7, count: countOldActs },
]
