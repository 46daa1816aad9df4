import { UNDOABLE_DAYS } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { countTraces, forgetTraces } from './store.ts'

const DAY = 24 * 3600 * 1000

/** What undoing a roll-over takes is kept no longer than it can be undone. */
export const rollOverTasks = ({ db, clock }: Context): Tasks => ({
  'forget-roll-overs': defineSchedule('43 3 * * *', () =>
    forgetTraces(db, new Date(clock().getTime() - UNDOABLE_DAYS * DAY)),
  ),
})

export const rollOverRetention: readonly Retained[] = [
  { kind: 'roll-over-traces', keptDays: UNDOABLE_DAYS, count: countTraces },
]
