import type { AudienceKind, BroadcastId, MeetingId, MeetingKind } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import { type EventsAsked, valuesOf } from './store.ts'

/** As they are called now; whoever has left, as they were called last. */
const nameOf = (account: string) => `coalesce((
  select name from membership m where m.account_id = ${account} and m.organization_id = $1
  order by m.ended_at is not null, m.role = 'parent' limit 1), '')`

const NAMES_OF_GROUPS = `array(
  select g.name from "group" g where g.id = any(page.group_ids) order by g.place, g.name) as groups`

/** Days of the organization's calendar, from and to, around a moment. */
const withinDays = (moment: string) => `
  ${moment} >= coalesce($2::date::timestamp at time zone o.time_zone, '-infinity')
  and ${moment} < coalesce(($3::date + 1)::timestamp at time zone o.time_zone, 'infinity')`

/** For own groups; or one's own. Whoever else was asked to come does not take it away. */
const within = (owner: string) =>
  `($6::uuid is null or ${owner} = $6 or (group_ids <> '{}' and group_ids <@ $7::uuid[]))`

/** Nobody of these is a stranger. */
const BY_GROUPS_ALONE = `page.chat_ids = '{}'
  and not exists (select from meeting_person p where p.meeting_id = page.id)`

/** To a teacher, families of other groups who were asked to come besides are not named. */
const MAY_NAME = `($6::uuid is null or page.organizer_id = $6 or m.role not in ('parent', 'student')
  or ${BY_GROUPS_ALONE}
  or exists (select from audience_members($1, 'groups', $7::uuid[]) a where a.account_id = v.account_id))`

type EventRow<Id> = {
  readonly id: Id
  readonly title: string
  readonly audienceKind: AudienceKind | null
  readonly groups: string[]
}

export type MeetingRow = EventRow<MeetingId> & {
  readonly kind: MeetingKind
  readonly organizer: string
  readonly startsAt: Date
  readonly minutes: number
  readonly isCancelled: boolean
  readonly people: string[]
}

/** Those that should have begun. By the organization's own in order of time; then who was in the call of each. */
export function listMeetings(db: Db, asked: EventsAsked<MeetingId>, now: Date): Promise<MeetingRow[]> {
  return runSql<MeetingRow>(
    db,
    `with page as (
       select m.* from organization o join meeting m on m.organization_id = o.id
       where o.id = $1 and m.starts_at <= $8 and ${withinDays('m.starts_at')} and ${within('m.organizer_id')}
         and ($4::uuid is null or (m.starts_at, m.id) < (
           select starts_at, id from meeting where id = $4 and organization_id = $1))
       order by m.starts_at desc, m.id desc limit $5)
     select page.id, page.title, page.kind, page.starts_at as "startsAt", page.audience as "audienceKind",
       ${NAMES_OF_GROUPS}, ${nameOf('page.organizer_id')} as organizer, page.cancelled_at is not null as "isCancelled",
       round(extract(epoch from page.ends_at - page.starts_at) / 60)::int as minutes,
       array(
         select name from (
           select distinct on (v.account_id) m.name
           from call c
           join call_visit v on v.call_id = c.id
           join membership m on m.account_id = v.account_id and m.organization_id = $1
           where c.chat_id = page.chat_id and ${MAY_NAME}
           order by v.account_id, m.ended_at is not null, m.role = 'parent') was
         order by name) as people
     from page
     order by page.starts_at desc, page.id desc`,
    [...valuesOf(asked), now],
  )
}

export type BroadcastRow = EventRow<BroadcastId> & {
  readonly host: string
  readonly plannedAt: Date
  readonly state: 'live' | 'ended' | 'cancelled'
  readonly minutes: number | null
  readonly watched: number
  readonly peak: number
}

/** What is not ahead any more. Who was on the stage did not look on. */
export function listBroadcasts(db: Db, asked: EventsAsked<BroadcastId>): Promise<BroadcastRow[]> {
  return runSql<BroadcastRow>(
    db,
    `with page as (
       select b.* from organization o join broadcast b on b.organization_id = o.id
       where o.id = $1 and b.state <> 'planned' and ${withinDays('b.planned_at')} and ${within('b.host_id')}
         and ($4::uuid is null or (b.planned_at, b.id) < (
           select planned_at, id from broadcast where id = $4 and organization_id = $1))
       order by b.planned_at desc, b.id desc limit $5)
     select page.id, page.title, page.planned_at as "plannedAt", page.state, page.audience as "audienceKind", page.peak,
       ${NAMES_OF_GROUPS}, ${nameOf('page.host_id')} as host,
       round(extract(epoch from page.ended_at - page.started_at) / 60)::int as minutes,
       (select count(distinct v.account_id)::int from broadcast_visit v
         left join broadcast_person p on p.broadcast_id = v.broadcast_id and p.account_id = v.account_id
         where v.broadcast_id = page.id and p.spoke_at is null) as watched
     from page
     order by page.planned_at desc, page.id desc`,
    valuesOf(asked),
  )
}
