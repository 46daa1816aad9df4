import type {
  AccountId,
  BroadcastId,
  BroadcastMessageId,
  ChannelId,
  ChatId,
  CommentId,
  FileId,
  MessageId,
  MessageReportId,
  OrganizationId,
  PostId,
  ReportedPlaceKind,
  ReportReason,
  ReportVerdict,
} from '@kolosok/contract'
import type { InOrganization, OrganizationRole } from '#organizations/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import type { ReportDesk } from './policy.ts'

export type ReportRow = InOrganization & {
  readonly id: MessageReportId
  /** Null: of a webinar. */
  readonly organizationId: OrganizationId | null
  readonly organizationName: string
  readonly placeKind: ReportedPlaceKind
  /** Of its chat, channel or broadcast. */
  readonly placeId: ChatId | ChannelId | BroadcastId
  readonly placeTitle: string
  /** Of what was said under a post. */
  readonly postId: PostId | null
  readonly subjectId: MessageId | CommentId | BroadcastMessageId
  readonly seq: number
  readonly authorName: string
  readonly authorLabel: string
  readonly reason: ReportReason
  readonly count: number
  readonly reportedAt: Date
  readonly openedBy: readonly AccountId[]
  readonly verdict: ReportVerdict | null
  readonly word: string
  readonly decidedBy: AccountId | null
  readonly decidedAt: Date | null
  readonly desk: ReportDesk
  readonly isAuthor: boolean
  readonly roles: readonly OrganizationRole[]
  readonly teachesGroup: boolean
}

/** `$1`: the reader, whose own standing comes along. */
const REPORTS = `
  select r.id, r.organization_id as "organizationId", coalesce(o.short_name, '') as "organizationName",
    s.place as "placeKind", s.place_id as "placeId", s.title as "placeTitle", s.post_id as "postId",
    r.subject_id as "subjectId", s.seq,
    coalesce(p.name, guest.name, '') as "authorName", coalesce(p.label, guest.label, '') as "authorLabel", r.reason,
    (select count(*)::int from message_report same where same.subject_id = r.subject_id) as count,
    r.reported_at as "reportedAt", r.opened_by as "openedBy", r.verdict, r.word, r.decided_by as "decidedBy",
    r.decided_at as "decidedAt", d.desk, s.author_id = $1 as "isAuthor",
    organization_roles(r.organization_id, $1) as roles, o.closed_at is not null as "isOrganizationClosed",
    exists (
      select from teaching t join membership own on own.id = t.membership_id
      where t.group_id = s.group_id and own.account_id = $1 and own.ended_at is null) as "teachesGroup"
  from message_report r
  left join organization o on o.id = r.organization_id
  join message_report_subject s on s.report_id = r.id
  left join person p on p.membership_id = s.membership_id
  -- In a webinar they are called as they registered.
  left join lateral (
    select name, label from broadcast_names(s.place_id, s.author_id)
    where s.place = 'broadcast' and p.membership_id is null limit 1) guest on true
  join message_report_desk d on d.report_id = r.id`

export async function findReport(db: Db, id: MessageReportId, reader: AccountId): Promise<ReportRow | undefined> {
  const [row] = await runSql<ReportRow>(db, `${REPORTS} where r.id = $2`, [reader, id])
  return row
}

/** Those that an open report opens a file of. */
export function listReportsOfFile(db: Db, fileId: FileId, reader: AccountId): Promise<ReportRow[]> {
  const statement = `${REPORTS} join message_file f on f.message_id = r.message_id where f.file_id = $2 and r.verdict is null`
  return runSql<ReportRow>(db, statement, [reader, fileId])
}

/** The policy as a condition: what is not for this reader is not read, and leaves no hole in a page. */
const MAY_DECIDE = `s.author_id <> $1 and case d.desk
    when 'operator' then $2::boolean
    else exists (
      select from membership own
      where own.account_id = $1 and own.organization_id = r.organization_id and own.ended_at is null
        and case d.desk when 'head' then own.is_head else own.is_admin or own.role = 'teacher'
          and own.confirmed_at is not null and exists (
            select from teaching t join membership taught on taught.id = t.membership_id
            where t.group_id = s.group_id and taught.account_id = $1 and taught.ended_at is null) end)
  end`

type Queue = {
  readonly reader: AccountId
  readonly isOperator: boolean
  /** Null: what comes to the operator, of whichever. */
  readonly organizationId: OrganizationId | null
  readonly after: MessageReportId | null
  readonly limit: number
}

const queueOf = (isDecided: boolean) => {
  const [at, order] = isDecided ? ['decided_at', 'desc'] : ['reported_at', 'asc']
  const [comes, state] = isDecided ? ['<', 'is not null'] : ['>', 'is null']
  return `${REPORTS}
    where r.verdict ${state} and ($3::uuid is null and d.desk = 'operator' or r.organization_id = $3) and ${MAY_DECIDE}
      -- One of those that are decided together stands for all.
      and not exists (
        select from message_report first
        where first.subject_id = r.subject_id and first.decided_at is not distinct from r.decided_at
          and (first.reported_at, first.id) < (r.reported_at, r.id))
      and ($4::uuid is null or (r.${at}, r.id) ${comes} (select ${at}, id from message_report where id = $4))
    order by r.${at} ${order}, r.id ${order} limit $5`
}
const [OPEN, DECIDED] = [queueOf(false), queueOf(true)]

export function listQueue(db: Db, isDecided: boolean, queue: Queue): Promise<ReportRow[]> {
  const { reader, isOperator, organizationId, after, limit } = queue
  return runSql<ReportRow>(db, isDecided ? DECIDED : OPEN, [reader, isOperator, organizationId, after, limit])
}

/** What waits for this reader to decide, by organization; at last those that are the operator's. */
export function countToDecide(db: Db, reader: AccountId, isOperator: boolean) {
  return runSql<{ organizationId: OrganizationId | null; desk: ReportDesk; count: number }>(
    db,
    `select r.organization_id as "organizationId", d.desk, count(distinct r.subject_id)::int as count
     from message_report r
     join message_report_subject s on s.report_id = r.id
     join message_report_desk d on d.report_id = r.id
     where r.verdict is null and ($2 or r.organization_id in (
       select organization_id from membership where account_id = $1 and ended_at is null)) and ${MAY_DECIDE}
     group by r.organization_id, d.desk`,
    [reader, isOperator],
  )
}

/** Just one of them. */
export type ReportSubject =
  | { readonly message_id: MessageId }
  | { readonly comment_id: CommentId }
  | { readonly broadcast_message_id: BroadcastMessageId }

type NewReport = {
  readonly id: MessageReportId
  readonly organizationId: OrganizationId | null
  readonly subject: ReportSubject
  readonly reporterId: AccountId
  readonly reason: ReportReason
  readonly remark: string
  readonly said: string
  readonly now: Date
}

/** False where this member has reported it already. */
export async function insertReport(tx: Tx, report: NewReport): Promise<boolean> {
  const { id, organizationId, subject, reporterId, reason, remark, said, now } = report
  const made = await tx
    .insertInto('message_report')
    .values({
      id,
      organization_id: organizationId,
      ...subject,
      reporter_id: reporterId,
      reason,
      remark,
      said,
      reported_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

type Decision = {
  readonly subjectId: ReportRow['subjectId']
  readonly verdict: ReportVerdict
  readonly word: string
  readonly decidedBy: AccountId
  readonly now: Date
}

/** All open ones of it; who is to be told. */
export async function updateDecided(tx: Tx, decision: Decision): Promise<AccountId[]> {
  const { subjectId, verdict, word, decidedBy, now } = decision
  const told = await tx
    .updateTable('message_report')
    .where('subject_id', '=', subjectId)
    .where('verdict', 'is', null)
    .set({ verdict, word, said: '', decided_by: decidedBy, decided_at: now })
    .returning('reporter_id')
    .execute()
  return told.map(({ reporter_id }) => reporter_id)
}

export async function updateOpened(tx: Tx, id: MessageReportId, reader: AccountId): Promise<boolean> {
  const opened = await runSql(
    tx,
    `update message_report set opened_by = opened_by || $2::uuid where id = $1 and not $2 = any(opened_by) returning id`,
    [id, reader],
  )
  return opened.length > 0
}
