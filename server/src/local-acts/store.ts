import type {
  AccountId,
  LocalAct,
  LocalActEditionId,
  LocalActEvent,
  LocalActId,
  LocalActNotice,
  LocalActSection,
  OrganizationId,
} from '@kolosok/contract'
import type { InOrganization, OrganizationRole } from '#organizations/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type EditionRow = LocalAct &
  InOrganization & {
    readonly sections: LocalActSection[]
    readonly rev: number
    readonly editedAt: Date
    readonly editedBy: string
    /** In the organization's time zone. */
    readonly today: string
    readonly hasNext: boolean
    /** Of whoever reads. */
    readonly roles: OrganizationRole[]
  }

/** People as they are called now, whoever has left as they were called last. */
const nameOf = (account: string) => `coalesce((
  select m.name from membership m where m.account_id = ${account} and m.organization_id = a.organization_id
  order by m.ended_at is not null, m.role in ('parent', 'student') limit 1), '')`

/** As $1 meets them at the moment $2. */
const EDITIONS = `
  select e.id, e.local_act_id as "localActId", a.organization_id as "organizationId", e.number, a.kind, e.title,
    e.audience, e.hears_parents as "hearsParents", e.sections, e.adopted, e.heard, e.approved,
    e.in_force_from::text as "inForceFrom",
    e.repealed || jsonb_build_object('from', e.repealed_from::text, 'word', e.repeal_word) as repeal, e.rev, e.edited_at as "editedAt", ${nameOf('e.edited_by')} as "editedBy",
    d.today::text as today, local_act_state(e, d.today) as state,
    exists (select from local_act_edition n where n.local_act_id = a.id and n.number > e.number) as "hasNext",
    organization_roles(a.organization_id, $1) as roles, o.closed_at is not null as "isOrganizationClosed"
  from local_act_edition e
  join local_act a on a.id = e.local_act_id
  join organization o on o.id = a.organization_id
  cross join lateral (select ($2::timestamptz at time zone o.time_zone)::date as today) d`

type Reader = { readonly reader: AccountId; readonly now: Date }

export async function findEdition(
  db: Db,
  id: LocalActEditionId,
  { reader, now }: Reader,
): Promise<EditionRow | undefined> {
  const [row] = await runSql<EditionRow>(db, `${EDITIONS} where e.id = $3`, [reader, now, id])
  return row
}

/** All of one act, newest first: a handful in its whole life. */
export function listEditions(db: Db, id: LocalActId, { reader, now }: Reader): Promise<EditionRow[]> {
  return runSql<EditionRow>(db, `${EDITIONS} where a.id = $3 order by e.number desc`, [reader, now, id])
}

export const PAGE = 50

type Listing = Reader & {
  readonly organizationId: OrganizationId
  readonly states: readonly string[]
  readonly audiences: readonly string[]
  readonly before: LocalActEditionId | undefined
}

/** Newest first, one more than a page. Their texts stay where they are. */
export function listOf(db: Db, { organizationId, states, audiences, before, reader, now }: Listing) {
  return runSql<EditionRow>(
    db,
    `select * from (${EDITIONS.replace('e.sections,', `'[]'::jsonb as sections,`)}
       where a.organization_id = $3 and e.audience = any($5::text[])) listed
     where state = any($4::text[])
       and ($6::uuid is null or ("editedAt", id) < (select edited_at, id from local_act_edition where id = $6))
     order by "editedAt" desc, id desc limit ${String(PAGE + 1)}`,
    [reader, now, organizationId, states, audiences, before ?? null],
  )
}

type EventRow = Omit<LocalActEvent, 'at'> & { readonly at: Date }

export function listEvents(db: Db, id: LocalActEditionId): Promise<EventRow[]> {
  return runSql<EventRow>(
    db,
    `select v.id, v.kind, v.number, v.dated::text as date, v.is_correction as "isCorrection", v.word, v.at,
       ${nameOf('v.account_id')} as by
     from local_act_event v
     join local_act_edition e on e.id = v.edition_id
     join local_act a on a.id = e.local_act_id
     where v.edition_id = $1 order by v.at, v.id`,
    [id],
  )
}

type NoticeRow = Omit<LocalActNotice, 'sentAt' | 'deadlineAt'> & { readonly sentAt: Date; readonly deadlineAt: Date }

export function listNotices(db: Db, id: LocalActEditionId): Promise<NoticeRow[]> {
  return runSql<NoticeRow>(
    db,
    `select n.id, n.sent_at as "sentAt", n.deadline_at as "deadlineAt", n.withdrawn_at is not null as "isWithdrawn",
       count(r.unit_id)::int as asked, count(w.unit_id)::int as answered
     from local_act_notice l
     join notice n on n.id = l.notice_id
     left join notice_receiver r on r.notice_id = n.id and r.left_at is null
     left join notice_answer w on w.notice_id = n.id and w.version = n.version and w.unit_id = r.unit_id
     where l.edition_id = $1 group by n.id order by n.sent_at desc, n.id`,
    [id],
  )
}

/** Whoever changes an act or its editions waits for whoever does so already. */
export async function lockAct(tx: Tx, id: LocalActEditionId | LocalActId): Promise<void> {
  await runSql(
    tx,
    `select id from local_act
     where id = $1 or id = (select local_act_id from local_act_edition where id = $1) for update`,
    [id],
  )
}

/** Whose screens show acts: of everybody here, or of those who look after them. */
export async function listConcerned(db: Db, organizationId: OrganizationId, isPublic: boolean): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select distinct account_id as "accountId" from membership
     where organization_id = $1 and ended_at is null and ($2 or is_admin or role = 'management')`,
    [organizationId, isPublic],
  )
  return rows.map(({ accountId }) => accountId)
}
