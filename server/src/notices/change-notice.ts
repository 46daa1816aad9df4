import type { NoticeId, NoticeReminderId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'
import { accessNotice } from './access.ts'
import { mailOut } from './letters.ts'
import { jobNames } from './queue.ts'
import { remindReceivers } from './receiver.store.ts'
import { mayRemindAt, REMINDERS } from './reminding.ts'
import { lockNotice } from './store.ts'
import { tellFollowers } from './tell.ts'
import { updateReminded, updateToWithdrawn } from './write.store.ts'

type Reminding = { readonly noticeId: NoticeId; readonly reminderId: NoticeReminderId; readonly isMailed: boolean }

/** Those who have not answered see it again, and get a letter if that is wanted; not too often. */
export async function remind(context: Context, actor: Actor, { noticeId: id, reminderId, isMailed }: Reminding) {
  const now = context.clock()
  return transact(context.db, async (tx, afterCommit) => {
    await lockNotice(tx, id, 'update')
    const notice = await accessNotice(tx, actor, id, 'remind', now)
    if (notice.reminderId === reminderId) return { reminded: 0 }
    if (notice.reminders >= REMINDERS || mayRemindAt(notice, now)) throw new AppError('notice-reminded')
    const reminded = await remindReceivers(tx, id, now)
    await updateReminded(tx, id, { reminderId, now })
    if (isMailed) {
      await mailOut(tx, { id, notice, wave: `reminder:${reminderId}`, kind: 'reminder' }, now)
    }
    const { organizationId } = notice
    const about = { subjectKind: 'notice', subjectId: id, details: { count: reminded } }
    await recordAudit(tx, actor, { organizationId, action: 'notice.reminded', ...about })
    await addJob(tx, jobNames.tell, { noticeId: id }, { key: `${jobNames.tell}:${id}`, runAt: now })
    await tellFollowers(tx, context.bus, id, afterCommit)
    return { reminded }
  })
}

/** Nobody needs to answer any more; what they answered stays in the register. */
export async function withdraw(
  context: Context,
  actor: Actor,
  { noticeId: id, word }: { noticeId: NoticeId; word: string },
) {
  const now = context.clock()
  return transact(context.db, async (tx, afterCommit) => {
    await lockNotice(tx, id, 'update')
    const notice = await accessNotice(tx, actor, id, 'withdraw', now)
    if (notice.withdrawnAt) {
      if (notice.word === word) return {}
      throw new AppError('notice-withdrawn')
    }
    await updateToWithdrawn(tx, id, word, now)
    const { organizationId } = notice
    await recordAudit(tx, actor, { organizationId, action: 'notice.withdrawn', subjectKind: 'notice', subjectId: id })
    await addJob(tx, jobNames.tell, { noticeId: id }, { key: `${jobNames.tell}:${id}`, runAt: now })
    await tellFollowers(tx, context.bus, id, afterCommit)
    return {}
  })
}
