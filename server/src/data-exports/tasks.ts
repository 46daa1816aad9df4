import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { OFFERED_DAYS, sweepExports } from './offer.ts'
import { countOldExports } from './store.ts'

export const dataExportTasks = (context: Context): Tasks => ({
  'sweep-exports': defineSchedule('27 * * * *', () => sweepExports(context)),
})

export const dataExportRetention: readonly Retained[] = [
  { kind: 'archives', keptDays: OFFERED_DAYS, count: countOldExports },
]
