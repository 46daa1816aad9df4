import type { AccountId, Attended, GuestId, MeetingGuestId, MeetingId, MeetingUnitId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type AttendantRow = {
  readonly unitId: MeetingUnitId
  readonly name: string
  readonly label: string
  readonly attended: Attended | null
  readonly isByHand: boolean
  readonly cameAt: Date | null
  readonly wentAt: Date | null
  readonly seconds: number | null
}

/** Of the meeting $1 at $2: who is written down, and until it is all written down, who is expected or in its call. */
const STAYS = `
  stay as materialized (
    select s.* from meeting m cross join lateral meeting_stays(m.id, $2) s
    where m.id = $1 and m.attendance_kept_at is null),
  unit as (
    select unit_id, account_id, child_id from meeting_attendance where meeting_id = $1
    union
    select u.unit_id, u.account_id, u.child_id
    from meeting m join meeting_unit u on u.meeting_id = m.id
    where m.id = $1 and m.attendance_kept_at is null
    union
    select unit_id, account_id, child_id from stay)`

// Somebody who works here is called so, though a child of theirs is here too; who has left, as they were called last.
const ATTENDANTS = `
  with ${STAYS},
  attendant as (
    select u.unit_id as "unitId", coalesce(c.name, p.name, '') as name,
      coalesce(c.name, p.full_name, '') as "fullName", coalesce(p.label, '') as label,
      coalesce(a.mark, case when coalesce(a.came_at, s.came_at) is not null then 'call' end) as attended,
      a.mark is not null as "isByHand", coalesce(a.came_at, s.came_at) as "cameAt",
      coalesce(a.went_at, s.went_at) as "wentAt", coalesce(a.seconds, s.seconds) as seconds
    from unit u
    join meeting m on m.id = $1
    left join meeting_attendance a on a.meeting_id = $1 and a.unit_id = u.unit_id
    left join stay s on s.unit_id = u.unit_id
    left join child c on c.id = u.child_id
    left join lateral (
      select p.name, ms.full_name, p.label from person p join membership ms on ms.id = p.membership_id
      where p.account_id = u.account_id and p.organization_id = m.organization_id
      order by ms.ended_at is not null, p.role in ('parent', 'student'), ms.id limit 1) p on true)`

type Filter = {
  readonly who?: 'here' | 'away' | undefined
  readonly words?: string | undefined
  readonly after?: MeetingUnitId | undefined
  readonly limit: number
}

/** By name. */
export function listAttendants(db: Db, id: MeetingId, now: Date, filter: Filter): Promise<AttendantRow[]> {
  const { who = null, words = '', after = null, limit } = filter
  return runSql<AttendantRow>(
    db,
    `${ATTENDANTS}
     select "unitId", name, label, attended, "isByHand", "cameAt", "wentAt", seconds from attendant
     where ($3::text is null or (attended in ('room', 'call')) is true = ($3 = 'here'))
       and ($4::text = '' or position(lower($4) in lower(name)) > 0)
       and ($5::uuid is null or (name, "unitId") > (select name, "unitId" from attendant where "unitId" = $5))
     order by name, "unitId" limit $6`,
    [id, now, who, words, after, limit],
  )
}

/** As papers name them: the family name first, and by it. */
export function listInFull(db: Db, id: MeetingId, now: Date, who: Filter['who'] | null): Promise<AttendantRow[]> {
  return runSql<AttendantRow>(
    db,
    `${ATTENDANTS}
     select "unitId", "fullName" as name, label, attended, "isByHand", "cameAt", "wentAt", seconds from attendant
     where ($3::text is null or (attended in ('room', 'call')) is true = ($3 = 'here'))
     order by "fullName", "unitId"`,
    [id, now, who],
  )
}

type Counts = { readonly room: number; readonly call: number; readonly away: number }

export async function countAttendants(db: Db, id: MeetingId, now: Date): Promise<Counts> {
  const [row] = await runSql<Counts>(
    db,
    `with ${STAYS},
     told as (
       select coalesce(a.mark, case when coalesce(a.came_at, s.came_at) is not null then 'call' end, 'no') as attended
       from unit u
       left join meeting_attendance a on a.meeting_id = $1 and a.unit_id = u.unit_id
       left join stay s on s.unit_id = u.unit_id)
     select count(*) filter (where attended = 'room')::int as room, count(*) filter (where attended = 'call')::int as call,
       count(*) filter (where attended = 'no')::int as away
     from told`,
    [id, now],
  )
  return row ?? { room: 0, call: 0, away: 0 }
}

type Marking = {
  readonly meetingId: MeetingId
  readonly unitId: MeetingUnitId
  readonly mark: Attended | null
  readonly by: AccountId
  readonly now: Date
}

/** False where nobody expects them. */
export async function upsertMark(tx: Tx, { meetingId, unitId, mark, by, now }: Marking): Promise<boolean> {
  const rows = await runSql(
    tx,
    `with ${STAYS}
     insert into meeting_attendance (meeting_id, account_id, child_id, mark, marked_by, marked_at)
     select $1, account_id, child_id, $4::text, $5::uuid, case when $4::text is not null then $2::timestamptz end
     from unit where unit_id = $3
     on conflict (meeting_id, unit_id) do update
     set mark = excluded.mark, marked_by = excluded.marked_by, marked_at = excluded.marked_at
     returning 1`,
    [meetingId, now, unitId, mark, by],
  )
  return rows.length > 0
}

/** Over, with nobody left in its call. */
export async function listToKeep(db: Db, now: Date): Promise<MeetingId[]> {
  const rows = await runSql<{ id: MeetingId }>(
    db,
    `select m.id from meeting m
     where m.attendance_kept_at is null and m.cancelled_at is null and m.ends_at <= $1
       and not exists (select from call c where c.chat_id = m.chat_id and c.ended_at is null)
     order by m.ends_at limit 100`,
    [now],
  )
  return rows.map(({ id }) => id)
}

/** Everybody who was expected, or came: from now on that is how it was. Another node may have been quicker. */
export async function keepAttendance(tx: Tx, id: MeetingId, now: Date): Promise<void> {
  const [due] = await runSql(tx, 'select id from meeting where id = $1 and attendance_kept_at is null', [id])
  if (!due) return
  await runSql(
    tx,
    `with ${STAYS}
     insert into meeting_attendance (meeting_id, account_id, child_id, came_at, went_at, seconds)
     select $1, u.account_id, u.child_id, s.came_at, s.went_at, s.seconds
     from unit u left join stay s on s.unit_id = u.unit_id
     on conflict (meeting_id, unit_id) do update
     set came_at = excluded.came_at, went_at = excluded.went_at, seconds = excluded.seconds`,
    [id, now],
  )
  await tx.updateTable('meeting').where('id', '=', id).set({ attendance_kept_at: now }).execute()
}

export type GuestRow = { readonly id: MeetingGuestId; readonly name: string }

/** In the order they were added. */
export const listGuests = (db: Db, id: MeetingId): Promise<GuestRow[]> =>
  db
    .selectFrom('meeting_guest')
    .where('meeting_id', '=', id)
    .orderBy('added_at')
    .orderBy('id')
    .select(['id', 'name'])
    .execute()

export type LinkGuestRow = {
  readonly id: GuestId
  readonly name: string
  readonly cameAt: Date
  readonly wentAt: Date
  readonly seconds: number
}

/** Who came by the link and was in the call, in order of coming; two devices at once count once. */
export const listLinkGuests = (db: Db, id: MeetingId, now: Date): Promise<LinkGuestRow[]> =>
  runSql<LinkGuestRow>(
    db,
    `select s.id, s.name, min(lower(s.stay)) as "cameAt", max(upper(s.stay)) as "wentAt", (
       select coalesce(sum(extract(epoch from upper(part) - lower(part))), 0)::int
       from unnest(range_agg(s.stay)) part) as seconds
     from (
       select g.id, g.name, tstzrange(v.joined_at, coalesce(v.left_at, greatest(v.joined_at, $2)), '[]') as stay
       from guest g join guest_visit v on v.guest_id = g.id
       where g.meeting_id = $1) s
     group by s.id, s.name order by 3, s.id`,
    [id, now],
  )

type NewGuest = GuestRow & { readonly meetingId: MeetingId; readonly by: AccountId; readonly now: Date }

/** False where the id is another meeting's. */
export async function upsertGuest(tx: Tx, { id, meetingId, name, by, now }: NewGuest): Promise<boolean> {
  const rows = await runSql(
    tx,
    `insert into meeting_guest (id, meeting_id, name, added_by, added_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set name = excluded.name where meeting_guest.meeting_id = excluded.meeting_id
     returning 1`,
    [id, meetingId, name, by, now],
  )
  return rows.length > 0
}

export async function deleteGuest(tx: Tx, meetingId: MeetingId, id: MeetingGuestId): Promise<void> {
  await tx.deleteFrom('meeting_guest').where('meeting_id', '=', meetingId).where('id', '=', id).execute()
}
