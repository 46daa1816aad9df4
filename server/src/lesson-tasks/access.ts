import type { ChildId, MeetingId } from '@kolosok/contract'
import { accessMeeting, type ClearedMeeting, isOwnedBy } from '#meetings/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type WorkAction, workPolicy } from './policy.ts'
import { listWorks, type WorkRow } from './store.ts'

type Reader = Pick<Actor, 'accountId'>

export type ClearedLesson = { readonly meeting: ClearedMeeting; readonly isTeacher: boolean }

/** A meeting with learning in it, for whoever may see it. */
export async function accessLesson(db: Db, actor: Reader, id: MeetingId, now: Date): Promise<ClearedLesson> {
  const meeting = await accessMeeting(db, actor, id, 'see', now)
  if (meeting.programme === null) throw new AppError('not-found')
  return { meeting, isTeacher: isOwnedBy(meeting, actor, now) }
}

export type ClearedWork = ClearedLesson & { readonly work: WorkRow }

/** The only door to what a child's family handed in, or may. */
export async function accessWork(
  db: Db,
  actor: Reader,
  { meetingId, childId }: { readonly meetingId: MeetingId; readonly childId: ChildId },
  action: WorkAction,
  now: Date,
): Promise<ClearedWork> {
  const lesson = await accessLesson(db, actor, meetingId, now)
  const { isTeacher } = lesson
  const [work] = await listWorks(db, meetingId, { reader: actor.accountId, isTeacher, childId })
  const verdict = work ? workPolicy[action]({ ...work, isTeacher }) : 'not-found'
  if (!work || verdict !== 'allow') throw new AppError(verdict === 'allow' ? 'not-found' : verdict)
  return { ...lesson, work }
}
