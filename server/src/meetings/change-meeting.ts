import type { Comes, MeetingId, MeetingScope } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { accessMeeting } from './access.ts'
import { queueLetters } from './queue.ts'
import { lockFollowing, lockMeeting } from './store.ts'
import { tellReached } from './tell.ts'
import { updateToCancelled, upsertAnswer } from './write.store.ts'

type Cancelling = { readonly meetingId: MeetingId; readonly word: string; readonly scope: MeetingScope }

/** It stays in the calendar, crossed out and with the reason, so that nobody comes for nothing. */
export async function cancelMeeting(context: Context, actor: Actor, { meetingId: id, word, scope }: Cancelling) {
  const now = context.clock()
  return transact(context.db, async (tx, afterCommit) => {
    await lockMeeting(tx, id)
    const meeting = await accessMeeting(tx, actor, id, 'cancel', now)
    if (meeting.cancelledAt) {
      if (meeting.word === word) return {}
      throw new AppError('meeting-cancelled')
    }
    const rows = scope === 'following' ? await lockFollowing(tx, meeting) : [meeting]
    const ids = rows.map((row) => row.id)
    await updateToCancelled(tx, ids, word, now)
    await recordAudit(tx, actor, {
      organizationId: meeting.organizationId,
      action: 'meeting.cancelled',
      subjectKind: 'meeting',
      subjectId: id,
      ...(ids.length > 1 && { details: { count: ids.length } }),
    })
    await queueLetters(tx, { meetingId: id, what: 'cancelled', rev: meeting.rev + 1 })
    await tellReached(context, tx, ids, afterCommit)
    return {}
  })
}

type Answering = { readonly meetingId: MeetingId; readonly answer: Comes; readonly startsAt: string }

/** An answer is one to a time: whoever saw another one is shown the new one first. */
export async function answerMeeting(context: Context, actor: Actor, { meetingId: id, answer, startsAt }: Answering) {
  const now = context.clock()
  return transact(context.db, async (tx, afterCommit) => {
    await lockMeeting(tx, id)
    const meeting = await accessMeeting(tx, actor, id, 'answer', now)
    if (meeting.startsAt.getTime() !== Date.parse(startsAt)) throw new AppError('meeting-changed')
    if (meeting.answer === answer) return {}
    const { accountId } = actor
    await upsertAnswer(tx, { meetingId: id, accountId, answer, startsAt: meeting.startsAt, now })
    await tellReached(context, tx, [id], afterCommit)
    return {}
  })
}
