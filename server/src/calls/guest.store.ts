import type { AccountId, CallId, GuestId, MeetingId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

/** Of these, who may be in the room now: let into this call and not removed, of a meeting that is held there. */
export async function listAllowedGuests(db: Db, callId: CallId, ids: readonly GuestId[]): Promise<GuestId[]> {
  if (ids.length === 0) return []
  const rows = await runSql<{ id: GuestId }>(
    db,
    `select g.id from guest g
     join meeting m on m.id = g.meeting_id and m.cancelled_at is null and m.kind <> 'in-person'
     join organization o on o.id = m.organization_id and o.closed_at is null
     join call c on c.id = g.call_id and c.ended_at is null
     where g.call_id = $1 and g.id = any($2::uuid[]) and g.removed_at is null`,
    [callId, ids],
  )
  return rows.map(({ id }) => id)
}

/** False where this guest was not let into this call, or is out already. */
export async function updateGuestRemoved(
  tx: Tx,
  callId: CallId,
  { guestId, by, at }: { readonly guestId: GuestId; readonly by: AccountId; readonly at: Date },
): Promise<boolean> {
  const rows = await runSql(
    tx,
    `update guest set removed_at = $4, removed_by = $3
     where id = $2 and call_id = $1 and removed_at is null returning 1`,
    [callId, guestId, by, at],
  )
  return rows.length > 0
}

/**
 * The link that this guest came by opens nothing to anybody new. Whose meeting's it was; null where it was closed already.
 */
export async function closeLinkOf(tx: Tx, guestId: GuestId, at: Date): Promise<MeetingId | null> {
  const [row] = await runSql<{ meetingId: MeetingId }>(
    tx,
    `update guest_link set revoked_at = $2, keeps_waiting = true
     where id = (select link_id from guest where id = $1) and revoked_at is null returning meeting_id as "meetingId"`,
    [guestId, at],
  )
  return row?.meetingId ?? null
}

/** Whose meeting these guests have come to. */
export async function findMeetingOfGuests(db: Db, guestIds: readonly GuestId[]): Promise<MeetingId | null> {
  const row = await db.selectFrom('guest').where('id', 'in', guestIds).select('meeting_id').executeTakeFirst()
  return row?.meeting_id ?? null
}

export async function isGuestOf(db: Db, callId: CallId, guestId: GuestId): Promise<boolean> {
  const rows = await runSql(db, 'select 1 from guest where id = $2 and call_id = $1', [callId, guestId])
  return rows.length > 0
}

export type GuestVisit = { readonly sid: string; readonly guestId: GuestId; readonly joinedAt: Date }

/** News may come twice, and in the wrong order: a stay that has ended stays ended. */
export async function insertGuestVisits(
  tx: Tx,
  callId: CallId,
  visits: readonly GuestVisit[],
  leftAt: Date | null = null,
): Promise<void> {
  if (visits.length === 0) return
  await runSql(
    tx,
    `insert into guest_visit (call_id, guest_id, participant_sid, joined_at, left_at)
     select $1, v.guest_id, v.sid, v.joined_at,
       case when $5::timestamptz is null then null else greatest(v.joined_at, $5) end
     from unnest($2::text[], $3::uuid[], $4::timestamptz[]) v (sid, guest_id, joined_at)
     on conflict (guest_id, participant_sid) do update
     set left_at = coalesce(guest_visit.left_at, excluded.left_at)`,
    [
      callId,
      visits.map(({ sid }) => sid),
      visits.map(({ guestId }) => guestId),
      visits.map(({ joinedAt }) => joinedAt),
      leftAt,
    ],
  )
}

/** Ends the open stays of one guest, of all of them, or of those that LiveKit doesn't know any more. */
export async function endGuestVisits(
  tx: Tx,
  callId: CallId,
  at: Date,
  {
    guestId,
    presentSids,
    recordedBefore,
  }: {
    readonly guestId?: GuestId
    readonly presentSids?: readonly string[]
    readonly recordedBefore?: Date
  } = {},
): Promise<void> {
  await runSql(
    tx,
    `update guest_visit set left_at = greatest(joined_at, $2)
     where call_id = $1 and left_at is null and ($3::uuid is null or guest_id = $3)
       and ($4::text[] is null or participant_sid <> all($4)) and ($5::timestamptz is null or recorded_at < $5)`,
    [callId, at, guestId ?? null, presentSids ?? null, recordedBefore ?? null],
  )
}

export type NamedGuestStay = {
  readonly id: GuestId
  readonly name: string
  readonly isRemoved: boolean
  readonly joinedAt: Date
  readonly leftAt: Date | null
}

/** Every guest's stays, by name. Few have come to one meeting, and `guest_by_meeting` leads to them. */
export const listNamedGuestVisits = (db: Db, callId: CallId): Promise<NamedGuestStay[]> =>
  runSql<NamedGuestStay>(
    db,
    `select g.id, g.name, g.removed_at is not null and g.call_id = $1 as "isRemoved", v.joined_at as "joinedAt",
       v.left_at as "leftAt"
     from call c
     join meeting m on m.chat_id = c.chat_id
     join guest g on g.meeting_id = m.id
     join guest_visit v on v.guest_id = g.id and v.call_id = c.id
     where c.id = $1
     order by g.name, g.id, v.joined_at`,
    [callId],
  )
