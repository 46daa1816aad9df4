import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { countLists, forgetLines } from './forget.store.ts'

const DAY = 24 * 3600 * 1000
const LINES_KEPT_DAYS = 7

/** Names and phones in a list are kept no longer than somebody may still need them. */
export const importTasks = ({ db, clock }: Context): Tasks => ({
  'forget-import-lines': defineSchedule('41 3 * * *', () => {
    const now = clock().getTime()
    return forgetLines(db, { drafts: new Date(now - 30 * DAY), applied: new Date(now - LINES_KEPT_DAYS * DAY) })
  }),
})

export const importRetention: readonly Retained[] = [
  { kind: 'import-lines', keptDays: LINES_KEPT_DAYS, count: countLists },
]
