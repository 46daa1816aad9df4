import { webinarId } from '@kolosok/contract'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { sendLetters } from './letters.ts'
import { listToMoveUp, moveUpIn } from './line.ts'
import { LETTERS } from './queue.ts'
import { countOldRegistrations, deleteOldRegistrations } from './registration.store.ts'
import { isWorthSaying } from './reminding.ts'
import { type Due, listDue, takeReminder, takeTold } from './remind.store.ts'
import { tellAttendees } from './tell.ts'

const news = z.object({ webinarId, what: z.enum(['moved', 'cancelled']), rev: z.int() })

const REGISTRATIONS_KEPT_DAYS = 365
const DAY_MS = 86_400_000

/** Each may run again, and says nothing twice: what was said stands in the table. */
export const webinarTasks = (context: Context): Tasks => ({
  [LETTERS]: defineTask(news, ({ webinarId: id, what, rev }) =>
    transact(context.db, async (tx) => {
      if (await takeTold(tx, id, rev)) await sendLetters(context, tx, id, { kind: what })
    }),
  ),
  // Looked for rather than queued: a clock that is put forward, a restored backup or a moved webinar loses none.
  'look-after-webinars': defineSchedule('* * * * *', async () => {
    const moves = (await listToMoveUp(context)).map((id) => () => moveUpIn(context, id))
    const reminders = (await listDue(context.db, context.clock())).map((due) => () => remind(context, due))
    await doEach([...moves, ...reminders])
  }),
  'forget-webinar-registrations': defineSchedule('49 3 * * *', () =>
    deleteOldRegistrations(context.db, new Date(context.clock().getTime() - REGISTRATIONS_KEPT_DAYS * DAY_MS)),
  ),
})

export const webinarRetention: readonly Retained[] = [
  { kind: 'webinar-registrations', keptDays: REGISTRATIONS_KEPT_DAYS, count: countOldRegistrations },
]

/** What fails with one webinar keeps no other waiting. */
async function doEach(works: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const work of works) await work().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'Not every webinar could be looked after')
}

/** The letters and the mark that they are sent are one transaction: killed at any moment, it happens once. */
async function remind(context: Context, due: Due): Promise<void> {
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    if (!(await takeReminder(tx, due, now)) || !isWorthSaying(due.kind, due.startsAt, now)) return
    await sendLetters(context, tx, due.id, { kind: due.kind })
    await tellAttendees(context, tx, due.id, afterCommit)
  })
}
