import { noticeId, type NoticeId, organizationId, type OrganizationId } from '@kolosok/contract'
import { z } from 'zod'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { defineSchedule, defineTask, type Tasks } from '#platform/jobs.ts'
import { forgetLetters } from './letter.store.ts'
import { mailOut, sendLetters } from './letters.ts'
import { jobNames } from './queue.ts'
import { listFollowed, listFollowers, remindReceivers, syncReceivers } from './receiver.store.ts'
import { lockNotice } from './store.ts'
import { tellReached } from './tell.ts'
import { findForJob, updateNudged } from './write.store.ts'

const one = z.object({ noticeId })
const MONTH = 30 * 86_400_000

/** Each may run again, and does nothing twice: what is done already stands in the tables. */
export const noticeTasks = (context: Context): Tasks => ({
  [jobNames.send]: defineTask(one, (given) => send(context, given.noticeId)),
  [jobNames.follow]: defineTask(z.object({ organizationId }), (given) => follow(context, given.organizationId)),
  [jobNames.nudge]: defineTask(one, (given) => nudge(context, given.noticeId)),
  [jobNames.close]: defineTask(one, (given) => tell(context, given.noticeId)),
  [jobNames.tell]: defineTask(one, (given) => tell(context, given.noticeId)),
  [jobNames.mail]: defineTask(one, (given) => sendLetters(context, given.noticeId)),
  'forget-notice-addresses': defineSchedule('53 3 * * *', () =>
    forgetLetters(context.db, new Date(context.clock().getTime() - MONTH)),
  ),
})

/** Writes down whom it is for and puts their letters in line, in one piece; then tells their screens. */
async function send(context: Context, id: NoticeId): Promise<void> {
  const now = context.clock()
  await transact(context.db, async (tx) => {
    await lockNotice(tx, id, 'update')
    const notice = await findForJob(tx, id)
    if (!notice) return
    await syncReceivers(tx, [id], now)
    if (!notice.isMailed || notice.withdrawnAt) return
    await mailOut(tx, { id, notice, wave: `sent:${String(notice.version)}`, kind: 'sent' }, now)
  })
  await tell(context, id)
}

/** Whoever has come gets what is open; whoever has left counts no more. */
async function follow(context: Context, of: OrganizationId): Promise<void> {
  const changed = await transact(context.db, async (tx) => {
    const now = context.clock()
    const ids = await listFollowed(tx, of, now)
    const isChanged = await syncReceivers(tx, ids, now)
    return isChanged ? ids : []
  })
  for (const id of changed) publishStale(context.bus, await listFollowers(context.db, id), 'notice-progress')
  if (changed.length > 0) await tellReached(context.db, context.bus, changed)
}

/** The deadline is near: once, and only those who have not answered. */
async function nudge(context: Context, id: NoticeId): Promise<void> {
  const now = context.clock()
  const isDone = await transact(context.db, (tx) => nudgeNow(tx, context, id, now))
  if (isDone) await tell(context, id)
}

async function nudgeNow(tx: Tx, { mail }: Context, id: NoticeId, now: Date): Promise<boolean> {
  await lockNotice(tx, id, 'update')
  const notice = await findForJob(tx, id)
  if (!notice?.nudgeAt || notice.nudgeAt > now || notice.deadlineAt <= now) return false
  await updateNudged(tx, id)
  await remindReceivers(tx, id, now)
  if (notice.isMailed && mail.isOn) {
    await mailOut(tx, { id, notice, wave: `nudge:${notice.deadlineAt.toISOString()}`, kind: 'reminder' }, now)
  }
  return true
}

async function tell({ db, bus }: Context, id: NoticeId): Promise<void> {
  publishStale(bus, await listFollowers(db, id), 'notice-progress')
  await tellReached(db, bus, [id])
}
