import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import { forgetLines } from './store.ts'

const DAY = 24 * 3600 * 1000

/** Names and phones in a list are kept no longer than somebody may still need them. */
export const importTasks = ({ db, clock }: Context): Tasks => ({
  'forget-import-lines': defineSchedule('41 3 * * *', () => {
    const now = clock().getTime()
    return forgetLines(db, { drafts: new Date(now - 30 * DAY), applied: new Date(now - 7 * DAY) })
  }),
})
