import type { AccountId, ChildId, GroupId, NoticeId, NoticeUnitId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type AnswerRow = {
  readonly choice: number
  readonly rev: number
  readonly answeredBy: AccountId
  readonly isOnPaper: boolean
  readonly answeredAt: Date
}

type Place = { readonly noticeId: NoticeId; readonly version: number; readonly unitId: NoticeUnitId }

export function findAnswer(db: Db, { noticeId, version, unitId }: Place): Promise<AnswerRow | undefined> {
  return db
    .selectFrom('notice_answer')
    .where('notice_id', '=', noticeId)
    .where('version', '=', version)
    .where('unit_id', '=', unitId)
    .select(['choice', 'rev', 'answered_by as answeredBy', 'is_on_paper as isOnPaper', 'answered_at as answeredAt'])
    .executeTakeFirst()
}

export async function hasAnswers(db: Db, noticeId: NoticeId, version: number): Promise<boolean> {
  const row = await db
    .selectFrom('notice_answer')
    .where('notice_id', '=', noticeId)
    .where('version', '=', version)
    .select('unit_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** For whom an answer on paper may be entered: whoever it was sent to, of these groups, if any are named. */
export async function isReceiver(
  db: Db,
  { noticeId, unitId }: Omit<Place, 'version'>,
  scope: readonly GroupId[] | null,
): Promise<boolean> {
  const rows = await runSql(
    db,
    `select from notice_receiver r where r.notice_id = $1 and r.unit_id = $2 and r.left_at is null
       and ($3::uuid[] is null or exists (select from notice_receiver_group rg
         where rg.notice_id = r.notice_id and rg.unit_id = r.unit_id and rg.group_id = any($3)))`,
    [noticeId, unitId, scope],
  )
  return rows.length > 0
}

/** Whoever answers before the job has written them down is written down now; holds them, one answer after another. */
export async function holdReceiver(
  tx: Tx,
  noticeId: NoticeId,
  who: { readonly accountId: AccountId | null; readonly childId: ChildId | null },
  now: Date,
): Promise<void> {
  await runSql(
    tx,
    `insert into notice_receiver (notice_id, account_id, child_id, asked_at) values ($1, $2, $3, $4)
     on conflict (notice_id, unit_id) do update set left_at = null`,
    [noticeId, who.accountId, who.childId, now],
  )
}

/** Holds one that is written down already. */
export async function lockReceiver(tx: Tx, noticeId: NoticeId, unitId: NoticeUnitId): Promise<void> {
  await runSql(tx, 'select from notice_receiver where notice_id = $1 and unit_id = $2 for update', [noticeId, unitId])
}

export async function upsertAnswer(
  tx: Tx,
  { noticeId, version, unitId }: Place,
  answer: Omit<AnswerRow, 'rev'>,
): Promise<void> {
  await runSql(
    tx,
    `insert into notice_answer as a (notice_id, version, unit_id, choice, answered_by, is_on_paper, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (notice_id, version, unit_id) do update set choice = excluded.choice, rev = a.rev + 1,
       answered_by = excluded.answered_by, is_on_paper = excluded.is_on_paper, answered_at = excluded.answered_at`,
    [noticeId, version, unitId, answer.choice, answer.answeredBy, answer.isOnPaper, answer.answeredAt],
  )
}

/** As others see them here. */
export async function getNameIn(db: Db, organizationId: OrganizationId, accountId: AccountId): Promise<string> {
  const [row] = await runSql<{ name: string }>(
    db,
    `select name from membership where account_id = $1 and organization_id = $2
     order by ended_at is not null, role in ('parent', 'student') limit 1`,
    [accountId, organizationId],
  )
  return row?.name ?? ''
}
