import type { AccountId, OrganizationId, TicketDesk, TicketId, TicketMonth, TicketSide } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import type { Place } from '#platform/place.ts'
import { HOLDER, type TicketRow, TICKETS } from './store.ts'

export const PAGE = 30

/** One's own, what moved last first; one more than a page. */
export function listOwn(db: Db, askerId: AccountId, before: TicketId | undefined): Promise<TicketRow[]> {
  return runSql<TicketRow>(
    db,
    `${TICKETS} where t.asker_id = $1
       and ($2::uuid is null or (t.changed_at, t.id) < (
         select b.changed_at, b.id from ticket b where b.id = $2 and b.asker_id = $1))
     order by t.changed_at desc, t.id desc limit ${String(PAGE + 1)}`,
    [askerId, before ?? null],
  )
}

/** Of one desk: an organization's administrators, or the platform's support, who may look at one organization's. */
export type Desk = { readonly desk: TicketDesk; readonly organizationId: OrganizationId | null }

type Asked = Desk & {
  readonly side: TicketSide
  readonly holder: 'me' | 'nobody' | undefined
  readonly q: string
  readonly after: Place<TicketId> | undefined
  readonly reader: AccountId
}

/** What stands at the desk, or has stood there; the asker's own tickets are for their colleagues. */
const ofDesk = (desk: TicketDesk) =>
  desk === 'platform'
    ? `t.platform_at is not null and ($2::uuid is null or t.organization_id = $2) and t.asker_id is distinct from $1`
    : `t.organization_at is not null and t.organization_id = $2 and t.asker_id is distinct from $1`

const isNumber = (q: string) => /^№?\s*\d{1,9}$/.test(q)

/** One more than a page. */
export function listQueue(db: Db, { desk, organizationId, side, holder, q, after, reader }: Asked) {
  const values: unknown[] = [reader, organizationId]
  const value = (given: unknown) => `$${String(values.push(given))}`
  const other = desk === 'platform' ? 'organization' : 'platform'
  const isWaiting = side === 'new' || side === 'in-work'
  const conditions = [
    ofDesk(desk),
    side === 'passed' ? `t.desk = '${other}'` : `t.desk = '${desk}' and t.state = ${value(side)}`,
    ...(holder === 'me' ? ['holder.id = $1'] : holder === 'nobody' ? ['holder.id is null'] : []),
    ...(q === ''
      ? []
      : [isNumber(q) ? `t.number = ${value(Number(q.replace(/\D/g, '')))}` : words(value(q), value(partOf(q)))]),
    ...(after ? [`(t.changed_at, t.id) ${isWaiting ? '>' : '<'} (${value(after.at)}, ${value(after.id)})`] : []),
  ]
  const order = isWaiting ? 'asc' : 'desc'
  return runSql<TicketRow>(
    db,
    `${TICKETS} where ${conditions.join(' and ')}
     order by t.changed_at ${order}, t.id ${order} limit ${String(PAGE + 1)}`,
    values,
  )
}

/** In the heading or in what was said, in any form; a part of the heading or of the name of who asks. */
const words = (q: string, part: string) => `t.id in (
  select id from ticket where lower(asker_name || ' ' || subject) like ${part}
  union all
  select id from ticket where to_tsvector('russian', subject) @@ websearch_to_tsquery('russian', ${q})
  union all
  select ticket_id from ticket_entry where to_tsvector('russian', text) @@ websearch_to_tsquery('russian', ${q}))`

const partOf = (q: string) => `%${q.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`

type Open = { readonly 'new': number; readonly 'in-work': number; readonly 'waiting': number }

export async function countByState(db: Db, { desk, organizationId }: Desk, reader: AccountId): Promise<Open> {
  const rows = await runSql<{ state: keyof Open; count: number }>(
    db,
    `select t.state, count(*)::int as count from ticket t
     where ${ofDesk(desk)} and t.desk = '${desk}' and t.state in ('new', 'in-work', 'waiting')
     group by t.state`,
    [reader, organizationId],
  )
  const counts = { 'new': 0, 'in-work': 0, 'waiting': 0 }
  for (const { state, count } of rows) counts[state] = count
  return counts
}

/** That wait for this administrator: untaken, or their own, and not for the asker. */
export function countToAnswer(db: Db, accountId: AccountId) {
  return runSql<{ organizationId: OrganizationId; count: number }>(
    db,
    `select t.organization_id as "organizationId", count(*)::int as count
     from (select distinct organization_id from membership
       where account_id = $1 and is_admin and ended_at is null) here
     join ticket t on t.organization_id = here.organization_id and t.organization_at is not null
       and t.desk = 'organization' and t.state in ('new', 'in-work') and t.asker_id is distinct from $1
     ${HOLDER}
     where holder.id is null or holder.id = $1
     group by t.organization_id`,
    [accountId],
  )
}

/** The same of the platform's support. */
export async function countForOperator(db: Db, accountId: AccountId): Promise<number> {
  const [row] = await runSql<{ count: number }>(
    db,
    `select count(*)::int as count from ticket t ${HOLDER}
     where t.platform_at is not null and t.desk = 'platform' and t.state in ('new', 'in-work') and t.asker_id is distinct from $1
       and (holder.id is null or holder.id = $1)`,
    [accountId],
  )
  return row?.count ?? 0
}

/** One's own in which something new was said. */
export async function countAnswers(db: Db, accountId: AccountId): Promise<number> {
  const { count } = await db
    .selectFrom('ticket')
    .where('asker_id', '=', accountId)
    .whereRef('told_seq', '>', 'read_seq')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** By the month in which it came to the platform's support; half of them took at most so many minutes. */
export function listMonths(db: Db, now: Date): Promise<TicketMonth[]> {
  const minutes = (until: string) => `extract(epoch from ${until} - platform_at) / 60`
  return runSql<TicketMonth>(
    db,
    `select to_char(platform_at at time zone 'Europe/Moscow', 'YYYY-MM') as month, count(*)::int as came,
       round(percentile_cont(0.5) within group (order by ${minutes('platform_answered_at')}))::int as "answerMinutes",
       round(percentile_cont(0.5) within group (order by ${minutes('solved_at')}) filter (where desk = 'platform'))::int
         as "solveMinutes",
       round(avg(stars), 1)::float as stars, count(stars)::int as rated
     from ticket
     where platform_at >= (date_trunc('month', $1::timestamptz at time zone 'Europe/Moscow') - interval '11 months')
       at time zone 'Europe/Moscow'
     group by 1 order by 1 desc`,
    [now],
  )
}
