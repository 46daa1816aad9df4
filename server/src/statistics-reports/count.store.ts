import type { FigureSection, GroupId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import type { FigureSet } from './figures/figure-set.ts'

/** From the first moment on, and before the last. */
export type Span = { readonly from: Date; readonly until: Date }

// So that a set needs not mention what it has no use for.
const GIVEN = 'with given as (select $1::uuid, $2::timestamptz, $3::timestamptz)'

/** Every figure of an organization, or a group, in a span of time: a statement for each set, side by side. */
export function countFigures(
  db: Db,
  sets: readonly FigureSet[],
  id: OrganizationId | GroupId,
  { from, until }: Span,
): Promise<FigureSection[]> {
  return Promise.all(
    sets.map(async (set) => {
      const statement = `${GIVEN} select counted.* from (${set.sql}) counted`
      const [counted = {}] = await runSql<Record<string, number | null>>(db, statement, [id, from, until])
      return present(set, counted)
    }),
  )
}

const present = ({ code, title, figures }: FigureSet, counted: Record<string, number | null>): FigureSection => ({
  code,
  title,
  figures: Object.entries(figures).map(([name, defined]) => ({
    code: `${code}.${name}`,
    ...defined,
    value: counted[name] ?? null,
  })),
})

type Days = { readonly firstDay: string; readonly lastDay: string }

/** When days of the calendar begin and end where the organization is. */
export async function findSpan(db: Db, organizationId: OrganizationId, { firstDay, lastDay }: Days): Promise<Span> {
  const [span] = await runSql<Span>(
    db,
    `select $2::date::timestamp at time zone time_zone as "from",
       ($3::date + 1)::timestamp at time zone time_zone as until
     from organization where id = $1`,
    [organizationId, firstDay, lastDay],
  )
  if (!span) throw new Error('An organization that was found has a time zone')
  return span
}

/** Which day it is there. */
export async function findToday(db: Db, organizationId: OrganizationId, now: Date): Promise<string> {
  const [row] = await runSql<{ today: string }>(
    db,
    `select to_char($2::timestamptz at time zone time_zone, 'YYYY-MM-DD') as today from organization where id = $1`,
    [organizationId, now],
  )
  return row?.today ?? now.toISOString().slice(0, 10)
}

export type EventMonth = {
  readonly month: string
  readonly calls: number
  readonly broadcasts: number
  readonly minutes: number
}

type Whose = { readonly organizationId: OrganizationId; readonly groupId: GroupId | null }

/**
 * Remote events, as `figures/calls.ts` and `figures/broadcasts.ts` define them, month by month from this day on: of all
 * the organization, or of one group.
 */
export function countEventMonths(
  db: Db,
  { organizationId, groupId }: Whose,
  firstDay: string,
  now: Date,
): Promise<EventMonth[]> {
  return runSql<EventMonth>(
    db,
    `with span as (
       select time_zone, $2::date::timestamp at time zone time_zone as "from" from organization where id = $1
     ), held as (
       select 'call' as kind, c.started_at, c.ended_at
       from span
       join chat on chat.organization_id = $1 and chat.kind = 'group' and ($4::uuid is null or chat.bound_group_id = $4)
       cross join lateral (
         select id, started_at, ended_at from call
         where chat_id = chat.id and started_at >= span."from" and ended_at <= $3
         offset 0) c
       where (select count(distinct account_id) from call_visit where call_id = c.id) > 1
       union all
       select 'broadcast', b.started_at, b.ended_at
       from span
       join broadcast b on b.organization_id = $1 and b.state = 'ended' and b.started_at >= span."from"
         and b.ended_at <= $3 and ($4::uuid is null or $4 = any(b.group_ids))
     ), by_month as (
       select date_trunc('month', started_at at time zone time_zone)::date as month, kind, ended_at - started_at as lasted
       from held cross join span
     )
     select to_char(m.month, 'YYYY-MM-DD') as month,
       count(*) filter (where kind = 'call')::int as calls, count(*) filter (where kind = 'broadcast')::int as broadcasts,
       coalesce(round(extract(epoch from sum(lasted)) / 60), 0)::int as minutes
     from span
     cross join generate_series($2::date, date_trunc('month', $3::timestamptz at time zone time_zone), '1 month') m (month)
     left join by_month on by_month.month = m.month::date
     group by m.month order by m.month`,
    [organizationId, firstDay, now, groupId],
  )
}
