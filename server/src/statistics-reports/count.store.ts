import type { FigureSection, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import { figureSets } from './figures/all.ts'
import type { FigureSet } from './figures/figure-set.ts'

/** From the first moment on, and before the last. */
export type Span = { readonly from: Date; readonly until: Date }

// So that a set needs not mention what it has no use for.
const GIVEN = 'with given as (select $1::uuid, $2::timestamptz, $3::timestamptz)'

const statements = new Map(
  figureSets.map((set) => [set.code, `${GIVEN} select counted.* from (${set.sql}) counted`] as const),
)

/** Every figure of an organization in a span of time: a statement for each set, side by side. */
export function countFigures(db: Db, organizationId: OrganizationId, { from, until }: Span): Promise<FigureSection[]> {
  return Promise.all(
    figureSets.map(async (set) => {
      const statement = statements.get(set.code) ?? ''
      const [counted = {}] = await runSql<Record<string, number | null>>(db, statement, [organizationId, from, until])
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

export type EventMonth = { readonly month: string; readonly calls: number; readonly minutes: number }

/** Remote events, as `figures/calls.ts` defines them, month by month from this day on. */
export function countEventMonths(db: Db, id: OrganizationId, firstDay: string, now: Date): Promise<EventMonth[]> {
  return runSql<EventMonth>(
    db,
    `with held as (
       select c.month, c.lasted
       from organization o
       join chat on chat.organization_id = o.id and chat.kind = 'group'
       cross join lateral (
         select id, date_trunc('month', started_at at time zone o.time_zone)::date as month, ended_at - started_at as lasted
         from call
         where chat_id = chat.id and started_at >= $2::date::timestamp at time zone o.time_zone and ended_at <= $3
         offset 0) c
       where o.id = $1 and (select count(distinct account_id) from call_visit where call_id = c.id) > 1
     )
     select to_char(m.month, 'YYYY-MM-DD') as month, count(held.month)::int as calls,
       coalesce(round(extract(epoch from sum(held.lasted)) / 60), 0)::int as minutes
     from organization o
     cross join generate_series($2::date, date_trunc('month', $3::timestamptz at time zone o.time_zone), '1 month') m (month)
     left join held on held.month = m.month::date
     where o.id = $1
     group by m.month order by m.month`,
    [id, firstDay, now],
  )
}
