import { CLOSING_DAYS, closingId } from '@kolosok/contract'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { TELL } from './close.ts'
import { eraseDue } from './erase.ts'
import { countDue } from './erase.store.ts'
import { tellByLetter } from './tell.ts'

export const closingTasks = (context: Context): Tasks => ({
  [TELL]: defineTask(z.object({ closingId }), (payload) => tellByLetter(context, payload.closingId)),
  'erase-closed-organizations': defineSchedule('37 * * * *', () => eraseDue(context)),
})

export const closingRetention: readonly Retained[] = [
  { kind: 'closed-organizations', keptDays: CLOSING_DAYS, count: countDue },
]
