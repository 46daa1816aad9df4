import { broadcastId } from '@kolosok/contract'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { countOldQuestions, deleteOldQuestions } from './question.store.ts'
import { REMIND, remind } from './reminding.ts'

const QUESTIONS_KEPT_DAYS = 30
const DAY_MS = 86_400_000

export const broadcastTasks = (context: Context): Tasks => ({
  [REMIND]: defineTask(z.object({ broadcastId }), (given) => remind(context, given.broadcastId)),
  'forget-broadcast-questions': defineSchedule('57 3 * * *', () =>
    deleteOldQuestions(context.db, new Date(context.clock().getTime() - QUESTIONS_KEPT_DAYS * DAY_MS)),
  ),
})

export const broadcastRetention: readonly Retained[] = [
  { kind: 'broadcast-questions', keptDays: QUESTIONS_KEPT_DAYS, count: countOldQuestions },
]
