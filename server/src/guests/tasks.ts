import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { countOldAsking, deleteOldAsking } from './store.ts'

/** Who asked and was never let in is on nobody's list. */
const ASKING_KEPT_DAYS = 30
const DAY_MS = 86_400_000

export const guestTasks = (context: Context): Tasks => ({
  'forget-guests': defineSchedule('47 3 * * *', () =>
    deleteOldAsking(context.db, new Date(context.clock().getTime() - ASKING_KEPT_DAYS * DAY_MS)),
  ),
})

export const guestRetention: readonly Retained[] = [
  { kind: 'guests-not-let-in', keptDays: ASKING_KEPT_DAYS, count: countOldAsking },
]
