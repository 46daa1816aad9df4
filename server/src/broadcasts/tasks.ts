import { broadcastId } from '@kolosok/contract'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { countOldMessages, deleteOldMessages } from './chat.store.ts'
import { countOldQuestions, deleteOldQuestions } from './question.store.ts'
import { REMIND, remind } from './reminding.ts'

/** What was asked, and what was said beside it. */
const WORDS_KEPT_DAYS = 30
const DAY_MS = 86_400_000

export const broadcastTasks = (context: Context): Tasks => ({
  [REMIND]: defineTask(z.object({ broadcastId }), (given) => remind(context, given.broadcastId)),
  'forget-broadcast-questions': defineSchedule('57 3 * * *', async () => {
    const before = new Date(context.clock().getTime() - WORDS_KEPT_DAYS * DAY_MS)
    await deleteOldQuestions(context.db, before)
    await deleteOldMessages(context.db, before)
  }),
})

export const broadcastRetention: readonly Retained[] = [
  { kind: 'broadcast-questions', keptDays: WORDS_KEPT_DAYS, count: countOldQuestions },
  { kind: 'broadcast-messages', keptDays: WORDS_KEPT_DAYS, count: countOldMessages },
]
