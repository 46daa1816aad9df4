import type { AccountId, Attachment, ChildId, FileId, LessonTask, MeetingId, WorkState } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'

export async function findTask(db: Db, id: MeetingId): Promise<LessonTask | null> {
  const [task] = await runSql<LessonTask>(
    db,
    `select text, due_day::text as "dueDay", rev from lesson_task where meeting_id = $1`,
    [id],
  )
  return task ?? null
}

type NewTask = Pick<LessonTask, 'text' | 'dueDay'> & { readonly by: AccountId; readonly now: Date }

export async function upsertTask(tx: Tx, id: MeetingId, { text, dueDay, by, now }: NewTask): Promise<void> {
  await runSql(
    tx,
    `insert into lesson_task (meeting_id, text, due_day, set_by, set_at) values ($1, $2, $3, $4, $5)
     on conflict (meeting_id) do update set text = excluded.text, due_day = excluded.due_day, set_by = excluded.set_by,
       set_at = excluded.set_at, rev = lesson_task.rev + 1`,
    [id, text, dueDay, by, now],
  )
}

export type WorkRow = {
  readonly childId: ChildId
  readonly name: string
  readonly isGuardian: boolean
  readonly state: WorkState
  readonly text: string
  readonly attachments: Attachment[]
  readonly handedBy: string
  readonly handedAt: Date | null
  readonly word: string
  readonly answeredBy: string
  readonly rev: number
}

const nameOf = (column: string) => `
  coalesce((
    select ms.name from membership ms where ms.account_id = ${column} and ms.organization_id = c.organization_id
    order by ms.ended_at is not null, ms.role in ('parent', 'student') limit 1), '')`

/**
 * Of the lesson $1 as $2 meets it: the children whom it is for, and those who have handed in; all for its teachers, else
 * one's own.
 */
export function listWorks(
  db: Db,
  id: MeetingId,
  { reader, isTeacher, childId = null }: { reader: AccountId; isTeacher: boolean; childId?: ChildId | null },
): Promise<WorkRow[]> {
  return runSql<WorkRow>(
    db,
    `with concerned as (
       select child_id from meeting_unit where meeting_id = $1 and child_id is not null
       union
       select child_id from lesson_work where meeting_id = $1)
     select c.id as "childId", c.name, own.is_guardian as "isGuardian", coalesce(w.state, 'none') as state,
       coalesce(w.text, '') as text, coalesce(w.attachments, '[]') as attachments, ${nameOf('w.handed_by')} as "handedBy",
       w.handed_at as "handedAt", coalesce(w.word, '') as word, ${nameOf('w.answered_by')} as "answeredBy",
       coalesce(w.rev, 0) as rev
     from concerned
     join child c on c.id = concerned.child_id
     left join lesson_work w on w.meeting_id = $1 and w.child_id = c.id
     cross join lateral (
       select exists (
         select from guardianship gs join membership ms on ms.id = gs.membership_id and ms.ended_at is null
         where gs.child_id = c.id and gs.until_at is null and not gs.is_limited and ms.account_id = $2) as is_guardian) own
     where ($3 or own.is_guardian) and ($4::uuid is null or c.id = $4)
     order by c.name, c.id`,
    [id, reader, isTeacher, childId],
  )
}

/** Two guardians, or a guardian and a teacher, one after the other. */
export const lockWork = (tx: Tx, id: MeetingId, child: ChildId) => lockName(tx, `lesson-work:${id}:${child}`)

type Handed = {
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly by: AccountId
  readonly now: Date
}

export async function upsertWork(
  tx: Tx,
  id: MeetingId,
  child: ChildId,
  { text, attachments, by, now }: Handed,
): Promise<void> {
  await runSql(
    tx,
    `insert into lesson_work (meeting_id, child_id, text, attachments, handed_by, handed_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (meeting_id, child_id) do update set text = excluded.text, attachments = excluded.attachments,
       handed_by = excluded.handed_by, handed_at = excluded.handed_at, state = 'handed', word = '', answered_by = null,
       answered_at = null, rev = lesson_work.rev + 1`,
    [id, child, text, JSON.stringify(attachments), by, now],
  )
  await tx.deleteFrom('lesson_work_file').where('meeting_id', '=', id).where('child_id', '=', child).execute()
  const files = attachments.map(({ fileId }) => ({ file_id: fileId, meeting_id: id, child_id: child }))
  if (files.length > 0) await tx.insertInto('lesson_work_file').values(files).execute()
}

type Answered = {
  readonly state: 'accepted' | 'returned'
  readonly word: string
  readonly by: AccountId
  readonly now: Date
}

export async function updateAnswer(
  tx: Tx,
  id: MeetingId,
  child: ChildId,
  { state, word, by, now }: Answered,
): Promise<void> {
  await tx
    .updateTable('lesson_work')
    .where('meeting_id', '=', id)
    .where('child_id', '=', child)
    .set((eb) => ({ state, word, answered_by: by, answered_at: now, rev: eb('rev', '+', 1) }))
    .execute()
}

export function findWorkOfFile(db: Db, fileId: FileId) {
  return db
    .selectFrom('lesson_work_file')
    .where('file_id', '=', fileId)
    .select(['meeting_id as meetingId', 'child_id as childId'])
    .executeTakeFirst()
}

/** Those who answer for the child here. */
export async function listGuardianAccounts(db: Db, child: ChildId): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select ms.account_id as "accountId" from guardianship gs
     join membership ms on ms.id = gs.membership_id and ms.ended_at is null
     where gs.child_id = $1 and gs.until_at is null and not gs.is_limited`,
    [child],
  )
  return rows.map(({ accountId }) => accountId)
}
