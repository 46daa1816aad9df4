import type { AccountId, CallId, ChatId, GuestId, GuestLinkId, MeetingId, MeetingKind } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

/** A link with what it leads to. */
export type HeldLink = {
  readonly linkId: GuestLinkId
  readonly meetingId: MeetingId
  readonly maxGuests: number
  readonly revokedAt: Date | null
  /** Closed since one was removed: whoever waits by it is not sent away. */
  readonly keepsWaiting: boolean
  readonly title: string
  readonly isLesson: boolean
  readonly organization: string
  readonly timeZone: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly cancelledAt: Date | null
  readonly kind: MeetingKind
  readonly closedAt: Date | null
  readonly chatId: ChatId | null
  /** The one that goes on. */
  readonly runningId: CallId | null
  readonly isRecorded: boolean
}

const HELD = `l.id as "linkId", l.meeting_id as "meetingId", l.max_guests as "maxGuests", l.revoked_at as "revokedAt",
  l.keeps_waiting as "keepsWaiting",
  m.title, m.programme is not null as "isLesson", o.name as organization, o.time_zone as "timeZone", m.starts_at as "startsAt", m.ends_at as "endsAt",
  m.cancelled_at as "cancelledAt", m.kind, o.closed_at as "closedAt", m.chat_id as "chatId", c.id as "runningId",
  exists (select from recording r where r.room = c.id and r.state = 'recording') as "isRecorded"`
const LEADS_TO = `join meeting m on m.id = l.meeting_id
  join organization o on o.id = m.organization_id
  left join call c on c.chat_id = m.chat_id and c.ended_at is null`

export async function findLinkByToken(db: Db, tokenHash: Buffer): Promise<HeldLink | undefined> {
  const [row] = await runSql<HeldLink>(db, `select ${HELD} from guest_link l ${LEADS_TO} where l.token_hash = $1`, [
    tokenHash,
  ])
  return row
}

export type GuestRow = HeldLink & {
  readonly id: GuestId
  readonly name: string
  readonly seenAt: Date | null
  readonly isRemoved: boolean
  readonly isTurnedAway: boolean
  readonly isLetIn: boolean
}

export async function findGuestByKey(db: Db, keyHash: Buffer): Promise<GuestRow | undefined> {
  const [row] = await runSql<GuestRow>(
    db,
    `select ${HELD}, g.id, g.name, g.seen_at as "seenAt", g.removed_at is not null as "isRemoved",
       g.turned_away_at is not null as "isTurnedAway", coalesce(g.call_id = c.id, false) as "isLetIn"
     from guest g join guest_link l on l.id = g.link_id ${LEADS_TO}
     where g.key_hash = $1`,
    [keyHash],
  )
  return row
}

/** Whoever asks by it, or lets more or fewer come by it, waits for whoever does so already. */
export async function lockLink(tx: Tx, id: GuestLinkId): Promise<void> {
  await runSql(tx, 'select 1 from guest_link where id = $1 for update', [id])
}

export async function countGuests(
  db: Db,
  linkId: GuestLinkId,
  heardSince: Date,
): Promise<{ readonly used: number; readonly waiting: number }> {
  const [row] = await runSql<{ used: number; waiting: number }>(
    db,
    `select count(*) filter (where let_in_at is not null)::int as used,
       count(*) filter (where let_in_at is null and turned_away_at is null and seen_at > $2)::int as waiting
     from guest where link_id = $1`,
    [linkId, heardSince],
  )
  return row ?? { used: 0, waiting: 0 }
}

type NewGuest = {
  readonly id: GuestId
  readonly linkId: GuestLinkId
  readonly meetingId: MeetingId
  readonly keyHash: Buffer
  readonly name: string
  readonly now: Date
}

/** One browser asks once, however often it says so. */
export async function insertGuest(tx: Tx, { id, linkId, meetingId, keyHash, name, now }: NewGuest): Promise<void> {
  await tx
    .insertInto('guest')
    .values({ id, link_id: linkId, meeting_id: meetingId, key_hash: keyHash, name, came_at: now, seen_at: now })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .execute()
}

export async function updateSeen(tx: Tx, id: GuestId, at: Date | null): Promise<void> {
  await tx.updateTable('guest').where('id', '=', id).set({ seen_at: at }).execute()
}

/** Whoever has left meanwhile is not back by this. */
export async function updateStillSeen(tx: Tx, id: GuestId, at: Date): Promise<void> {
  await tx.updateTable('guest').where('id', '=', id).where('seen_at', 'is not', null).set({ seen_at: at }).execute()
}

export type OpenLink = { readonly id: GuestLinkId; readonly maxGuests: number; readonly used: number }

/** The one that opens something. */
export async function findOpenLink(db: Db, meetingId: MeetingId): Promise<OpenLink | undefined> {
  const [row] = await runSql<OpenLink>(
    db,
    `select l.id, l.max_guests as "maxGuests",
       (select count(*)::int from guest g where g.link_id = l.id and g.let_in_at is not null) as used
     from guest_link l where l.meeting_id = $1 and l.revoked_at is null`,
    [meetingId],
  )
  return row
}

type NewLink = {
  readonly id: GuestLinkId
  readonly meetingId: MeetingId
  readonly tokenHash: Buffer
  readonly maxGuests: number
  readonly by: AccountId
  readonly now: Date
}

export async function insertLink(tx: Tx, { id, meetingId, tokenHash, maxGuests, by, now }: NewLink): Promise<void> {
  const row = { id, meeting_id: meetingId, token_hash: tokenHash, max_guests: maxGuests, made_by: by, made_at: now }
  await tx.insertInto('guest_link').values(row).execute()
}

export async function updateMaxGuests(tx: Tx, id: GuestLinkId, maxGuests: number): Promise<void> {
  await tx.updateTable('guest_link').where('id', '=', id).set({ max_guests: maxGuests }).execute()
}

/** Somebody waits by a link that closed when another guest was removed. */
export async function hasKeptWaiting(db: Db, meetingId: MeetingId): Promise<boolean> {
  const rows = await runSql(
    db,
    `select 1 from guest g join guest_link l on l.id = g.link_id
     where g.meeting_id = $1 and l.keeps_waiting
       and g.let_in_at is null and g.turned_away_at is null and g.removed_at is null limit 1`,
    [meetingId],
  )
  return rows.length > 0
}

/** False where nobody could come by any, or wait. */
export async function updateRevoked(tx: Tx, meetingId: MeetingId, at: Date): Promise<boolean> {
  const rows = await runSql(
    tx,
    `update guest_link set revoked_at = coalesce(revoked_at, $2), keeps_waiting = false
     where meeting_id = $1 and (revoked_at is null or keeps_waiting) returning 1`,
    [meetingId, at],
  )
  return rows.length > 0
}

const OLD = 'from guest where let_in_at is null and came_at < $1'

export async function countOldAsking(db: Db, before: Date): Promise<number> {
  const [row] = await runSql<{ count: number }>(db, `select count(*)::int as count ${OLD}`, [before])
  return row?.count ?? 0
}

export async function deleteOldAsking(db: Db, before: Date): Promise<void> {
  await runSql(db, `delete ${OLD}`, [before])
}
