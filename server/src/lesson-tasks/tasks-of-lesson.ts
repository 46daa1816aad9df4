import { type ChildId, type FileId, type LessonTask, type LessonWork, type MeetingId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { attachMore } from '#files/index.ts'
import { accessMeeting, type ClearedMeeting, tellOwners, tellReached } from '#meetings/index.ts'
import { isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessLesson, accessWork, type ClearedLesson } from './access.ts'
import { tellOfAnswer, tellOfTask, tellOfWork } from './letters.ts'
import { workPolicy } from './policy.ts'
import {
  findTask,
  listGuardianAccounts,
  listWorks,
  lockWork,
  updateAnswer,
  upsertTask,
  upsertWork,
  type WorkRow,
} from './store.ts'

type One = { readonly meetingId: MeetingId }
type OfChild = One & { readonly childId: ChildId }

/** What was given to do, and what was handed in: of one's own children, or, for the teachers, of all. */
export async function getTask({ db, clock }: Context, actor: Actor, { meetingId: id }: One) {
  const { meeting, isTeacher } = await accessLesson(db, actor, id, clock())
  const task = await findTask(db, id)
  const works = task ? await listWorks(db, id, { reader: actor.accountId, isTeacher }) : []
  return {
    task,
    works: works.map((work) => present(work, { meeting, isTeacher })),
    maySet: isTeacher && meeting.cancelledAt === null && !meeting.isOrganizationClosed,
    mayAnswer: isTeacher && !meeting.isOrganizationClosed,
  }
}

function present({ isGuardian, handedAt, ...work }: WorkRow, { meeting, isTeacher }: ClearedLesson): LessonWork {
  const mayHand = isOffered(workPolicy.hand({ isTeacher, isGuardian, state: work.state }), meeting)
  return { ...work, handedAt: handedAt?.toISOString() ?? null, mayHand }
}

type Setting = One & Pick<LessonTask, 'text' | 'dueDay'> & { readonly rev: number }

export const setTask = (context: Context, actor: Actor, { meetingId: id, text, dueDay, rev }: Setting) =>
  transact(context.db, async (tx, afterCommit): Promise<LessonTask> => {
    const now = context.clock()
    const meeting = await accessMeeting(tx, actor, id, 'setTask', now)
    if (meeting.programme === null) throw new AppError('not-found')
    await tx.selectFrom('meeting').where('id', '=', id).select('id').forUpdate().execute()
    const known = await findTask(tx, id)
    if (known?.text === text && known.dueDay === dueDay) return known
    if ((known?.rev ?? 0) !== rev) throw new AppError('task-changed')
    await upsertTask(tx, id, { text, dueDay, by: actor.accountId, now })
    await record(tx, actor, meeting, 'meeting.task-set')
    // Once: a word put right is no news.
    if (!known) await tellOfTask(context, tx, meeting)
    await tellReached(context, tx, [id], afterCommit)
    return { text, dueDay, rev: rev + 1 }
  })

type Handing = OfChild & { readonly text: string; readonly fileIds: readonly FileId[]; readonly rev: number }

/** Again while it is not accepted; what is said twice is there once. */
export const handIn = (context: Context, actor: Actor, { text, fileIds: given, rev, ...of }: Handing) =>
  transact(context.db, async (tx, afterCommit) => {
    const now = context.clock()
    const fileIds = [...new Set(given)]
    await lockWork(tx, of.meetingId, of.childId)
    const { meeting, work } = await accessWork(tx, actor, of, 'hand', now)
    if (!(await findTask(tx, of.meetingId))) throw new AppError('not-found')
    const isSame = work.text === text && work.attachments.map(({ fileId }) => fileId).join() === fileIds.join()
    if (work.state === 'handed' && isSame) return {}
    if (work.rev !== rev) throw new AppError('work-changed')
    const attachments = await attachMore(tx, actor, work.attachments, fileIds)
    await upsertWork(tx, of.meetingId, of.childId, { text, attachments, by: actor.accountId, now })
    await record(tx, actor, meeting, 'meeting.work-handed')
    await tellOfWork(context, tx, meeting)
    await tell(context, tx, of, afterCommit)
    return {}
  })

type Answering = OfChild & {
  readonly state: 'accepted' | 'returned'
  readonly word: string
  readonly rev: number
}

export const answerWork = (context: Context, actor: Actor, { state, word, rev, ...of }: Answering) =>
  transact(context.db, async (tx, afterCommit) => {
    const now = context.clock()
    await lockWork(tx, of.meetingId, of.childId)
    const { meeting, work } = await accessWork(tx, actor, of, 'answer', now)
    if (work.state === state && work.word === word) return {}
    if (work.rev !== rev) throw new AppError('work-changed')
    await updateAnswer(tx, of.meetingId, of.childId, { state, word, by: actor.accountId, now })
    await record(tx, actor, meeting, 'meeting.work-answered')
    await tellOfAnswer(context, tx, meeting, { childId: of.childId, state })
    await tell(context, tx, of, afterCommit)
    return {}
  })

const record = (
  tx: Tx,
  actor: Actor,
  { organizationId, id }: ClearedMeeting,
  action: 'meeting.task-set' | 'meeting.work-handed' | 'meeting.work-answered',
) => recordAudit(tx, actor, { organizationId, action, subjectKind: 'meeting', subjectId: id })

/** The child's own family and the teachers: no other family hears that something was handed in. */
async function tell(context: Context, tx: Tx, { meetingId, childId }: OfChild, afterCommit: AfterCommit) {
  await tellOwners(context, tx, meetingId, afterCommit)
  const guardians = await listGuardianAccounts(tx, childId)
  afterCommit(() => {
    publishStale(context.bus, guardians, 'meetings')
  })
}
