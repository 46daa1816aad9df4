import type {
  AccountId,
  Attachment,
  AudienceKind,
  GroupId,
  NoticeAsks,
  NoticeId,
  NoticePer,
  NoticeReminderId,
  NoticeUnit,
  NoticeUrgency,
  OrganizationId,
} from '@kolosok/contract'
import type { InOrganization, OrganizationRole } from '#organizations/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'

type OwnUnit = NoticeUnit & { readonly remindedAt: string | null }

export type NoticeRow = InOrganization & {
  readonly id: NoticeId
  readonly organizationId: OrganizationId
  readonly authorId: AccountId
  readonly author: string
  readonly title: string
  readonly text: string
  readonly attachments: Attachment[]
  readonly asks: NoticeAsks
  readonly options: string[]
  readonly per: NoticePer
  readonly audience: AudienceKind
  readonly groupIds: GroupId[]
  readonly deadlineAt: Date
  readonly urgency: NoticeUrgency | null
  readonly isMailed: boolean
  readonly rev: number
  readonly version: number
  readonly sentAt: Date
  readonly correctedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly word: string
  readonly reminderId: NoticeReminderId | null
  readonly remindedAt: Date | null
  readonly reminders: number
  /** Of whoever reads. */
  readonly roles: OrganizationRole[]
  /** Which of its groups the reader teaches. */
  readonly taughtIds: GroupId[]
  readonly units: OwnUnit[]
}

/** People as they are called now, whoever has left as they were called last. */
const nameOf = (account: string) => `coalesce((
  select m.name from membership m where m.account_id = ${account} and m.organization_id = n.organization_id
  order by m.ended_at is not null, m.role in ('parent', 'student') limit 1), '')`

export const ANSWER = `case when a.unit_id is null then null else jsonb_build_object(
  'choice', a.choice, 'rev', a.rev, 'by', ${nameOf('a.answered_by')}, 'isOwn', a.answered_by = $1, 'isOnPaper', a.is_on_paper,
  'answeredAt', to_char(a.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end`

/** As $1 meets it at the moment $2. What is over is for those only who were asked in time. */
const NOTICES = `
  select n.id, n.organization_id as "organizationId", n.author_id as "authorId", ${nameOf('n.author_id')} as author,
    n.title, n.text, n.attachments, n.asks, n.options, n.per, n.audience, n.group_ids as "groupIds",
    n.deadline_at as "deadlineAt", n.urgency, n.is_mailed as "isMailed", n.rev, n.version, n.sent_at as "sentAt",
    n.corrected_at as "correctedAt", n.withdrawn_at as "withdrawnAt", n.word, n.reminder_id as "reminderId",
    n.reminded_at as "remindedAt", n.reminders,
    organization_roles(n.organization_id, $1) as roles, o.closed_at is not null as "isOrganizationClosed",
    taught.ids as "taughtIds", own.units
  from notice n
  join organization o on o.id = n.organization_id
  cross join lateral (
    select coalesce(array_agg(distinct t.group_id), '{}') as ids
    from membership m
    join teaching t on t.membership_id = m.id
    join "group" g on g.id = t.group_id and g.archived_at is null
    where m.account_id = $1 and m.organization_id = n.organization_id and m.ended_at is null
      and m.confirmed_at is not null
      and (n.audience in ('all', 'parents') or n.audience = 'groups' and g.id = any(n.group_ids))) taught
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', u.unit_id, 'child', c.name, 'remindedAt', r.reminded_at, 'answer', ${ANSWER}) order by c.name), '[]') as units
    from (select distinct unit_id, child_id from notice_unit where notice_id = n.id and account_id = $1) u
    left join child c on c.id = u.child_id
    left join notice_receiver r on r.notice_id = n.id and r.unit_id = u.unit_id
    left join notice_answer a on a.notice_id = n.id and a.version = n.version and a.unit_id = u.unit_id
    where r.unit_id is not null or n.withdrawn_at is null and n.deadline_at > $2) own`

export async function findNotice(db: Db, id: NoticeId, reader: AccountId, now: Date): Promise<NoticeRow | undefined> {
  const [row] = await runSql<NoticeRow>(db, `${NOTICES} where n.id = $3`, [reader, now, id])
  return row
}

export const PAGE = 20
/** More than anybody has unanswered; without pages, since each answer takes one away. */
const MOST_WAITING = 100

type Asked = {
  readonly organizationId: OrganizationId
  readonly reader: AccountId
  readonly now: Date
  readonly before?: NoticeId | undefined
}

/** An answer of the reader is wanted: what is due first comes first, what is urgent before everything. */
export function listWaiting(db: Db, { organizationId, reader, now }: Asked): Promise<NoticeRow[]> {
  return runSql<NoticeRow>(
    db,
    `${NOTICES} where n.organization_id = $3 and n.withdrawn_at is null and n.deadline_at > $2 and o.closed_at is null
       and jsonb_path_exists(own.units, '$[*] ? (@.answer == null)')
     order by n.urgency is null, n.deadline_at, n.id limit ${String(MOST_WAITING)}`,
    [reader, now, organizationId],
  )
}

const isBefore = `($4::uuid is null or (n.sent_at, n.id) < (select sent_at, id from notice where id = $4))
  order by n.sent_at desc, n.id desc limit ${String(PAGE + 1)}`

/** Answered, over or withdrawn; newest first, one more than a page. */
export function listPast(db: Db, { organizationId, reader, now, before }: Asked): Promise<NoticeRow[]> {
  return runSql<NoticeRow>(
    db,
    `${NOTICES} where n.organization_id = $3 and own.units <> '[]' and (n.withdrawn_at is not null
       or n.deadline_at <= $2 or o.closed_at is not null or not jsonb_path_exists(own.units, '$[*] ? (@.answer == null)')) and ${isBefore}`,
    [reader, now, organizationId, before ?? null],
  )
}

/** Of everybody for the office; else one's own, and those for groups one teaches. */
export function listSent(
  db: Db,
  { organizationId, reader, now, before }: Asked,
  isOffice: boolean,
): Promise<NoticeRow[]> {
  return runSql<NoticeRow>(
    db,
    `${NOTICES} where n.organization_id = $3 and ($5 or n.author_id = $1 or taught.ids <> '{}') and ${isBefore}`,
    [reader, now, organizationId, before ?? null, isOffice],
  )
}

/** Those that say so, before anybody asks who may see them; the newest first. */
export function listSaying(
  db: Db,
  { organizationId, reader, now }: Omit<Asked, 'before'>,
  { search, begins, limit }: { search: string; begins: string; limit: number },
): Promise<NoticeRow[]> {
  return runSql<NoticeRow>(
    db,
    `${NOTICES} where n.id in (
       select id from notice
       where organization_id = $3 and (to_tsvector('russian', title || ' ' || text) @@ websearch_to_tsquery('russian', $4)
         or to_tsvector('russian', title || ' ' || text) @@ to_tsquery('simple', $5))
       order by sent_at desc limit ${String(limit)})
     order by n.sent_at desc, n.id desc`,
    [reader, now, organizationId, search, begins],
  )
}

/** `update`: whoever changes it waits for whoever does so already; `share`: many answer at once, but not a changing one. */
export async function lockNotice(tx: Tx, id: NoticeId, how: 'update' | 'share'): Promise<void> {
  await runSql(tx, `select id from notice where id = $1 for ${how === 'update' ? 'update' : 'share'}`, [id])
}
