import { dataExportId } from '@kolosok/contract'
import { z } from 'zod'
import type { FilesContext } from '#files/index.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import { gatherOwnData, sweepOwnData } from './exports.ts'

export const personalDataTasks = (files: FilesContext): Tasks => ({
  'gather-own-data': defineTask(z.object({ dataExportId }), (payload) => gatherOwnData(files, payload.dataExportId)),
  'sweep-own-data': defineSchedule('27 * * * *', () => sweepOwnData(files)),
})
