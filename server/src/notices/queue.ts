import type { NoticeId, OrganizationId } from '@kolosok/contract'
import type { Tx } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'
import { hasFollowed } from './letter.store.ts'
import { nudgeAt } from './reminding.ts'

export const jobNames = {
  send: 'send-notice',
  follow: 'follow-notices',
  nudge: 'nudge-notice',
  close: 'close-notice',
  mail: 'mail-notice',
  tell: 'tell-of-notice',
} as const

/** Whom it reaches, its reminder and its end: jobs of the transaction that sends or changes it. */
export async function queueSending(
  tx: Tx,
  noticeId: NoticeId,
  { deadlineAt, now }: { deadlineAt: Date; now: Date },
): Promise<void> {
  await addJob(tx, jobNames.send, { noticeId }, { key: `${jobNames.send}:${noticeId}`, runAt: now })
  await addJob(tx, jobNames.close, { noticeId }, { key: `${jobNames.close}:${noticeId}`, runAt: deadlineAt })
  const at = nudgeAt(deadlineAt, now)
  if (at) await addJob(tx, jobNames.nudge, { noticeId }, { key: `${jobNames.nudge}:${noticeId}`, runAt: at })
}

/** One after another with everything else that is mailed: codes go on beside it. */
export const queueLetters = (tx: Tx, noticeId: NoticeId, runAt: Date): Promise<void> =>
  addJob(tx, jobNames.mail, { noticeId }, { key: `${jobNames.mail}:${noticeId}`, queue: 'mailings', runAt })

/** Over for longer, and nobody asks any more whether its receivers are still here. */
const FOLLOWED_MS = 90 * 86_400_000

export async function queueFollowing(tx: Tx, organizationId: OrganizationId, now: Date): Promise<void> {
  if (!(await hasFollowed(tx, organizationId, new Date(now.getTime() - FOLLOWED_MS)))) return
  await addJob(tx, jobNames.follow, { organizationId }, { key: `${jobNames.follow}:${organizationId}`, runAt: now })
}
