import { backupId } from '@kolosok/contract'
import { z } from 'zod'
import type { FilesContext } from '#files/index.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import { makeBackup, planBackup } from './make.ts'

export const backupTasks = (files: FilesContext): Tasks => ({
  'plan-backup': defineSchedule('40 * * * *', () => planBackup(files)),
  'make-backup': defineTask(z.object({ backupId }), (payload) => makeBackup(files, payload.backupId)),
})
