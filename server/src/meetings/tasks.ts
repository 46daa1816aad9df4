import { meetingId } from '@kolosok/contract'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import { keepAttendance, listToKeep } from './attendance.store.ts'
import { sendLetters } from './letters.ts'
import { LETTERS } from './queue.ts'
import { isWorthSaying } from './reminding.ts'
import { type Due, listDue, takeReminder, takeTold } from './remind.store.ts'
import { lockMeeting } from './store.ts'
import { tellReached } from './tell.ts'

const news = z.object({ meetingId, what: z.enum(['planned', 'moved', 'cancelled']), rev: z.int() })

/** Each may run again, and says nothing twice: what was said stands in the table. */
export const meetingTasks = (context: Context): Tasks => ({
  [LETTERS]: defineTask(news, ({ meetingId: id, what, rev }) =>
    transact(context.db, async (tx) => {
      if (await takeTold(tx, id, rev)) await sendLetters(context, tx, id, what)
    }),
  ),
  // Looked for rather than queued: a clock that is put forward, a restored backup or a moved meeting loses none.
  'remind-of-meetings': defineSchedule('* * * * *', () => remindOfAll(context)),
  'keep-attendance': defineSchedule('* * * * *', () => keepAllAttendance(context)),
})

async function remindOfAll(context: Context): Promise<void> {
  for (const due of await listDue(context.db, context.clock())) await remind(context, due)
}

/** The letters and the mark that they are sent are one transaction: killed at any moment, it happens once. */
async function remind(context: Context, due: Due): Promise<void> {
  const now = context.clock()
  await transact(context.db, async (tx, afterCommit) => {
    if (!(await takeReminder(tx, due, now)) || !isWorthSaying(due.kind, due.startsAt, now)) return
    await sendLetters(context, tx, due.id, due.kind)
    await tellReached(context, tx, [due.id], afterCommit)
  })
}

/** Of whatever is over and has none kept yet. */
export async function keepAllAttendance({ db, clock }: Context): Promise<void> {
  const now = clock()
  for (const id of await listToKeep(db, now)) {
    await transact(db, async (tx) => {
      await lockMeeting(tx, id)
      await keepAttendance(tx, id, now)
    })
  }
}
