import type {
  AccountId,
  FigureSection,
  OrganizationId,
  Period,
  PeriodKind,
  StatisticsReportId,
  StatisticsReportState,
} from '@kolosok/contract'
import type { InOrganization, OrganizationRole } from '#organizations/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type ReportRow = {
  readonly id: StatisticsReportId
  readonly organizationId: OrganizationId
  readonly organizationName: string
  readonly timeZone: string
  readonly number: number | null
  readonly kind: PeriodKind
  readonly firstDay: string
  readonly lastDay: string
  readonly state: StatisticsReportState
  readonly rev: number
  readonly word: string
  readonly answer: string
  readonly sections: FigureSection[] | null
  readonly countedAt: Date | null
  readonly compiledBy: string
  readonly compiledAt: Date
  readonly submitterId: AccountId | null
  readonly submittedBy: string
  readonly submittedAt: Date | null
  readonly deciderId: AccountId | null
  readonly decidedBy: string
  readonly decidedAt: Date | null
}

/** In full, as a document names people, those who have left included. */
const nameOf = (column: string) => `coalesce((
  select m.full_name from membership m where m.account_id = r.${column} and m.organization_id = r.organization_id
  order by m.role = 'parent', m.ended_at is not null limit 1), '')`

const HEADER = `
  select r.id, r.organization_id as "organizationId", r.number, r.kind, to_char(r.first_day, 'YYYY-MM-DD') as "firstDay",
    to_char(r.last_day, 'YYYY-MM-DD') as "lastDay", r.state, r.rev, r.submitted_at as "submittedAt",
    r.decided_at as "decidedAt", r.compiled_at as "compiledAt"`

const REPORT = `${HEADER}, o.name as "organizationName", o.time_zone as "timeZone", r.word, r.answer, r.sections,
    r.counted_at as "countedAt", r.submitted_by as "submitterId", r.decided_by as "deciderId",
    ${nameOf('compiled_by')} as "compiledBy", ${nameOf('submitted_by')} as "submittedBy",
    ${nameOf('decided_by')} as "decidedBy"`

export type KnownReport = ReportRow & InOrganization & { readonly roles: OrganizationRole[] }

/** With what its reader is where it belongs. */
export async function findReport(db: Db, id: StatisticsReportId, reader: AccountId): Promise<KnownReport | undefined> {
  const [row] = await runSql<KnownReport>(
    db,
    `${REPORT}, organization_roles(r.organization_id, $2) as roles, o.closed_at is not null as "isOrganizationClosed"
     from statistics_report r join organization o on o.id = r.organization_id where r.id = $1`,
    [id, reader],
  )
  return row
}

export type HeaderRow = Pick<
  ReportRow,
  'id' | 'number' | 'kind' | 'firstDay' | 'lastDay' | 'state' | 'rev' | 'submittedAt' | 'decidedAt'
>

type Listed = {
  readonly organizationId: OrganizationId
  readonly withDrafts: boolean
  readonly before: StatisticsReportId | undefined
  readonly limit: number
}

/** Newest first; `before`: the last of the page before. */
export function listReports(db: Db, { organizationId, withDrafts, before, limit }: Listed): Promise<HeaderRow[]> {
  return runSql<HeaderRow>(
    db,
    `${HEADER} from statistics_report r
     where r.organization_id = $1 and ($2 or r.state <> 'draft')
       and ($3::uuid is null or (r.compiled_at, r.id) < (
         select compiled_at, id from statistics_report where id = $3 and organization_id = $1))
     order by r.compiled_at desc, r.id desc limit $4`,
    [organizationId, withDrafts, before ?? null, limit],
  )
}

type NewReport = Period & {
  readonly id: StatisticsReportId
  readonly organizationId: OrganizationId
  readonly compiledBy: AccountId
  readonly now: Date
}

/** False where the period has one, or the id is taken. */
export async function insertReport(tx: Tx, report: NewReport): Promise<boolean> {
  const { id, organizationId, kind, firstDay, lastDay, compiledBy, now } = report
  const made = await tx
    .insertInto('statistics_report')
    .values({
      id,
      organization_id: organizationId,
      kind,
      first_day: firstDay,
      last_day: lastDay,
      compiled_by: compiledBy,
      compiled_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** One after another: of two who decide, the second sees what the first has done. */
export async function lockReport(tx: Tx, id: StatisticsReportId): Promise<void> {
  await tx.selectFrom('statistics_report').where('id', '=', id).select('id').forUpdate().execute()
}

export async function updateWord(tx: Tx, id: StatisticsReportId, word: string): Promise<void> {
  await tx
    .updateTable('statistics_report')
    .where('id', '=', id)
    .set((eb) => ({ word, rev: eb('rev', '+', 1) }))
    .execute()
}

type Submission = {
  readonly word: string
  readonly sections: readonly FigureSection[]
  readonly submittedBy: AccountId
  readonly now: Date
}

/** Under the organization's lock: numbers follow each other, and one that came back keeps its own. */
export async function updateSubmitted(
  tx: Tx,
  id: StatisticsReportId,
  { word, sections, submittedBy, now }: Submission,
): Promise<void> {
  await runSql(
    tx,
    `update statistics_report r set state = 'submitted', rev = rev + 1, word = $2, sections = $3, counted_at = $5,
       submitted_by = $4, submitted_at = $5, decided_by = null, decided_at = null,
       number = coalesce(number, (
         select coalesce(max(o.number), 0) + 1 from statistics_report o where o.organization_id = r.organization_id))
     where id = $1`,
    [id, word, JSON.stringify(sections), submittedBy, now],
  )
}

type Decision = {
  readonly verdict: 'acknowledged' | 'returned'
  readonly answer: string
  readonly decidedBy: AccountId
  readonly now: Date
}

export async function updateDecided(
  tx: Tx,
  id: StatisticsReportId,
  { verdict, answer, decidedBy, now }: Decision,
): Promise<void> {
  await tx
    .updateTable('statistics_report')
    .where('id', '=', id)
    .set((eb) => ({ state: verdict, answer, decided_by: decidedBy, decided_at: now, rev: eb('rev', '+', 1) }))
    .execute()
}

export async function deleteReport(tx: Tx, id: StatisticsReportId): Promise<void> {
  await tx.deleteFrom('statistics_report').where('id', '=', id).execute()
}

/** Whose screens show it: the administrators' and the management's. */
export async function listReaders(db: Db, organizationId: OrganizationId): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('is_admin', '=', true), eb('role', '=', 'management')]))
    .select('account_id')
    .distinct()
    .execute()
  return rows.map(({ account_id }) => account_id)
}

/** What waits: for a head to be decided, for an administrator to be submitted again. */
export function countWaitingReports(db: Db, accountId: AccountId) {
  return runSql<{ organizationId: OrganizationId; count: number }>(
    db,
    `select r.organization_id as "organizationId", count(*)::int as count
     from (select organization_id, bool_or(is_head) as is_head, bool_or(is_admin) as is_admin
       from membership where account_id = $1 and ended_at is null group by organization_id) here
     join statistics_report r on r.organization_id = here.organization_id
       and (r.state = 'submitted' and here.is_head or r.state = 'returned' and here.is_admin)
     group by r.organization_id`,
    [accountId],
  )
}
