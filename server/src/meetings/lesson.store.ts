import type { AccountId, HeldLesson, LessonProgramme, MeetingId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

export type LessonsOf = {
  readonly organizationId: OrganizationId
  readonly reader: AccountId
  readonly isOffice: boolean
  readonly from: Date
  readonly until: Date
  readonly programme: string | null
}

// How long: as long as its calls went on, else as long as it was planned.
const LESSONS = `
  lesson as (
    select m.id, m.title as topic, m.programme, m.led_by, m.kind, m.starts_at, m.chat_id, m.organizer_id,
      m.organization_id,
      m.kind <> 'in-person' as is_distant, (m.starts_at at time zone o.time_zone)::date::text as day,
      array_to_string(array(select g.name from "group" g where g.id = any(m.group_ids) order by g.name), ', ') as groups,
      round(coalesce((
        select sum(extract(epoch from c.ended_at - c.started_at)) from call c
        where c.chat_id = m.chat_id and c.ended_at is not null), extract(epoch from m.ends_at - m.starts_at)) / 60)::int
        as minutes
    from meeting m join organization o on o.id = m.organization_id
    where m.organization_id = $1 and m.programme is not null and m.cancelled_at is null
      and m.starts_at >= $4 and m.starts_at < $5 and m.attendance_kept_at is not null
      and ($6::text is null or m.programme = $6)
      and ($3 or m.organizer_id = $2 or exists (
        select from teaching t join membership ms on ms.id = t.membership_id
        where t.group_id = any(m.group_ids) and ms.account_id = $2 and ms.ended_at is null
          and ms.confirmed_at is not null)))`

const paramsOf = ({ organizationId, reader, isOffice, from, until, programme }: LessonsOf) => [
  organizationId,
  reader,
  isOffice,
  from,
  until,
  programme,
]

export const listProgrammes = (db: Db, of: LessonsOf): Promise<LessonProgramme[]> =>
  runSql<LessonProgramme>(
    db,
    `with ${LESSONS}
     select programme, count(*)::int as lessons, count(*) filter (where is_distant)::int as distant,
       sum(minutes)::int as minutes, coalesce(sum(minutes) filter (where is_distant), 0)::int as "distantMinutes"
     from lesson group by programme order by programme`,
    paramsOf(of),
  )

const HERE = `coalesce(a.mark, case when a.came_at is not null then 'call' end) in ('room', 'call')`

const HELD = `
  select l.id, l.topic, l.day, l.kind, l.groups, l.minutes, l.programme, l.starts_at,
    coalesce((
      select ms.full_name from membership ms where ms.account_id = l.organizer_id and ms.organization_id = l.organization_id
      order by ms.ended_at is not null, ms.role in ('parent', 'student') limit 1), '') as teacher,
    l.led_by as "ledBy", was.here, was.expected, was.names, exists (
      select from call c join recording r on r.room = c.id
      where c.chat_id = l.chat_id and r.state in ('recording', 'finishing', 'ready')) as "isRecorded"
  from lesson l
  cross join lateral (
    select count(*) filter (where ${HERE})::int as here, count(*)::int as expected,
      coalesce(string_agg(c.name, ', ' order by c.name) filter (where ${HERE}), '') as names
    from meeting_attendance a left join child c on c.id = a.child_id
    where a.meeting_id = l.id) was`

export type HeldRow = HeldLesson & { readonly programme: string; readonly names: string }

/** Newest first. */
export const listHeld = (db: Db, of: LessonsOf, after: MeetingId | null, limit: number): Promise<HeldRow[]> =>
  runSql<HeldRow>(
    db,
    `with ${LESSONS}, held as (${HELD})
     select * from held
     where $7::uuid is null or (starts_at, id) < (select starts_at, id from held where id = $7)
     order by starts_at desc, id desc limit $8`,
    [...paramsOf(of), after, limit],
  )

/** For paper: by programme, then in order of days. */
export const listForPaper = (db: Db, of: LessonsOf): Promise<HeldRow[]> =>
  runSql<HeldRow>(db, `with ${LESSONS} ${HELD} order by l.programme, l.starts_at, l.id`, paramsOf(of))
