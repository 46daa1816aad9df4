import { messageId } from '@kolosok/contract'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { SEND_SCHEDULED } from './queue.ts'
import { sendAtItsTime } from './send.ts'
import { countOldRefused, deleteOldRefused } from './store.ts'

/** What could not be sent waits for its author so long. */
const REFUSED_KEPT_DAYS = 90
const DAY_MS = 86_400_000

export const scheduledTasks = (context: Context): Tasks => ({
  [SEND_SCHEDULED]: defineTask(z.object({ messageId, sendAt: z.iso.datetime() }), (given) =>
    sendAtItsTime(context, given),
  ),
  'forget-refused-messages': defineSchedule('41 3 * * *', () =>
    deleteOldRefused(context.db, new Date(context.clock().getTime() - REFUSED_KEPT_DAYS * DAY_MS)),
  ),
})

export const scheduledRetention: readonly Retained[] = [
  { kind: 'scheduled-messages', keptDays: REFUSED_KEPT_DAYS, count: countOldRefused },
]
