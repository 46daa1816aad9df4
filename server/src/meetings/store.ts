import type {
  AccountId,
  AudienceKind,
  CallId,
  ChatId,
  Comes,
  GroupId,
  MaterialFolderId,
  MeetingId,
  MeetingKind,
  MeetingRepeats,
  MeetingSeriesId,
  OrganizationId,
} from '@kolosok/contract'
import type { InOrganization, OrganizationRole } from '#organizations/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'

export type MeetingRow = InOrganization & {
  readonly id: MeetingId
  readonly organizationId: OrganizationId
  readonly organizerId: AccountId
  readonly organizer: string
  /** As papers have it, the family name first. */
  readonly organizerFullName: string
  readonly seriesId: MeetingSeriesId | null
  readonly repeats: MeetingRepeats | null
  readonly untilDay: string | null
  readonly title: string
  readonly agenda: string[]
  readonly kind: MeetingKind
  readonly place: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly timeZone: string
  readonly audience: AudienceKind | null
  readonly groupIds: GroupId[]
  readonly chatIds: ChatId[]
  /** Where it is held; null while nobody came in. */
  readonly chatId: ChatId | null
  readonly isMailed: boolean
  readonly hasWaitingRoom: boolean
  /** Of a lesson. */
  readonly programme: string | null
  readonly folderId: MaterialFolderId | null
  readonly ledBy: string
  readonly rev: number
  readonly cancelledAt: Date | null
  readonly word: string
  /** When its protocol was. */
  readonly signedAt: Date | null
  /** Of whoever reads. */
  readonly roles: OrganizationRole[]
  /** How many of its groups the reader teaches, confirmed. */
  readonly taught: number
  readonly isInvited: boolean
  readonly answer: Comes | null
}

/** As $1 meets it. Whoever has left is called as they were last. */
const MEETINGS = `
  select m.id, m.organization_id as "organizationId", m.organizer_id as "organizerId",
    coalesce(organizer.name, '') as organizer, coalesce(organizer.full_name, '') as "organizerFullName",
    m.series_id as "seriesId", s.repeats, s.until_day::text as "untilDay", m.title, m.agenda, m.kind, m.place,
    m.starts_at as "startsAt", m.ends_at as "endsAt", o.time_zone as "timeZone", m.audience, m.group_ids as "groupIds",
    m.chat_ids as "chatIds", m.chat_id as "chatId", m.is_mailed as "isMailed", m.has_waiting_room as "hasWaitingRoom",
    m.programme, m.material_folder_id as "folderId", m.led_by as "ledBy", m.rev, m.cancelled_at as "cancelledAt", m.word,
    protocol.signed_at as "signedAt",
    organization_roles(m.organization_id, $1) as roles, o.closed_at is not null as "isOrganizationClosed",
    taught.count as taught, own.is_invited as "isInvited", a.answer
  from meeting m
  join organization o on o.id = m.organization_id
  left join meeting_series s on s.id = m.series_id
  left join meeting_protocol protocol on protocol.meeting_id = m.id
  left join meeting_answer a on a.meeting_id = m.id and a.account_id = $1 and a.starts_at = m.starts_at
  left join lateral (
    select p.name, p.full_name from membership p
    where p.account_id = m.organizer_id and p.organization_id = m.organization_id
    order by p.ended_at is not null, p.role in ('parent', 'student') limit 1) organizer on true
  cross join lateral (
    select exists (select from meeting_invitee i where i.meeting_id = m.id and i.account_id = $1) as is_invited) own
  cross join lateral (
    select count(distinct t.group_id)::int as count
    from membership p
    join teaching t on t.membership_id = p.id and t.group_id = any(m.group_ids)
    join "group" g on g.id = t.group_id and g.archived_at is null
    where p.account_id = $1 and p.organization_id = m.organization_id and p.ended_at is null
      and p.confirmed_at is not null) taught`

export async function findMeeting(db: Db, id: MeetingId, reader: AccountId): Promise<MeetingRow | undefined> {
  const [row] = await runSql<MeetingRow>(db, `${MEETINGS} where m.id = $2`, [reader, id])
  return row
}

type Window = {
  readonly reader: AccountId
  readonly organizationIds: readonly OrganizationId[]
  readonly from: Date
  readonly until: Date
  readonly isOffice: boolean
}

/** More than fit on anybody's screen. */
const MOST_SHOWN = 500

/** In order of time. A day before the window begins, too: between begin and end lies less. */
export function listMeetings(
  db: Db,
  { reader, organizationIds, from, until, isOffice }: Window,
): Promise<MeetingRow[]> {
  return runSql<MeetingRow>(
    db,
    `${MEETINGS} where m.organization_id = any($2::uuid[])
       and m.starts_at > $3::timestamptz - interval '1 day' and m.starts_at < $4 and m.ends_at > $3
       and ($5 or m.organizer_id = $1 or own.is_invited)
     order by m.starts_at, m.id limit ${String(MOST_SHOWN)}`,
    [reader, organizationIds, from, until, isOffice],
  )
}

/** Where somebody belongs. */
export async function listOwnOrganizations(db: Db, accountId: AccountId): Promise<OrganizationId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .select('organization_id')
    .distinct()
    .execute()
  return rows.map((row) => row.organization_id)
}

/** Whoever plans or changes it waits for whoever does so already, also where it is not there yet. */
export async function lockMeeting(tx: Tx, id: MeetingId): Promise<void> {
  await lockName(tx, `meeting:${id}`)
  await runSql(tx, 'select id from meeting where id = $1 for update', [id])
}

export type Following = {
  readonly id: MeetingId
  readonly startsAt: Date
  readonly endsAt: Date
}

/** This one and all after it of the same series that are to come, held in one order. */
export function lockFollowing(tx: Tx, row: Pick<MeetingRow, 'id' | 'seriesId' | 'startsAt'>): Promise<Following[]> {
  return runSql<Following>(
    tx,
    `select id, starts_at as "startsAt", ends_at as "endsAt" from meeting
     where (id = $1 or series_id = $2) and starts_at >= $3 and cancelled_at is null
     order by starts_at, id for update`,
    [row.id, row.seriesId, row.startsAt],
  )
}

type Place = { readonly timeZone: string; readonly name: string }

export function getPlace(db: Db, organizationId: OrganizationId): Promise<Place> {
  return db
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select(['time_zone as timeZone', 'name'])
    .executeTakeFirstOrThrow()
}

/** The chats it is for, as they are called. */
export function listChatsOf(db: Db, meetingId: MeetingId): Promise<{ id: ChatId; title: string }[]> {
  return runSql(
    db,
    `select c.id, coalesce(g.name, c.title) as title
     from meeting m join chat c on c.id = any(m.chat_ids) left join "group" g on g.id = c.bound_group_id
     where m.id = $1 order by title, c.id`,
    [meetingId],
  )
}

/** Of the calls it was held in, those with something recorded that its chat shows this reader. */
export async function listRecordedCalls(
  db: Db,
  { chatId }: Pick<MeetingRow, 'chatId'>,
  { accountId }: { readonly accountId: AccountId },
): Promise<CallId[]> {
  if (!chatId) return []
  const rows = await runSql<{ id: CallId }>(
    db,
    `select c.id from call c
     join message said on said.id = c.message_id
     join chat_member me on me.chat_id = c.chat_id and me.account_id = $2 and me.visible_from_seq <= said.seq
     where c.chat_id = $1 and exists (select from recording r where r.room = c.id)
     order by c.started_at, c.id`,
    [chatId, accountId],
  )
  return rows.map(({ id }) => id)
}

/** Those of an organization that are not over, held until the transaction ends. */
export async function lockComing(tx: Tx, organizationId: OrganizationId, now: Date): Promise<MeetingId[]> {
  const rows = await runSql<{ id: MeetingId }>(
    tx,
    `select id from meeting where organization_id = $1 and ends_at > $2 and cancelled_at is null
     order by starts_at, id for update`,
    [organizationId, now],
  )
  return rows.map(({ id }) => id)
}
