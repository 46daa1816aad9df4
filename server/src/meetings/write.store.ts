import type {
  AccountId,
  ChatId,
  givenMeeting,
  MeetingId,
  MeetingSeriesId,
  MembershipId,
  OrganizationId,
} from '@kolosok/contract'
import { sql } from 'kysely'
import type { z } from 'zod'
import { anyOf, type Db, runSql, type Tx } from '#platform/db.ts'
import type { MeetingRow } from './store.ts'

/** What a meeting is about, where and for whom; as it was checked. */
export type Written = Pick<
  z.output<typeof givenMeeting>,
  'title' | 'agenda' | 'kind' | 'place' | 'audience' | 'chatIds' | 'isMailed' | 'hasWaitingRoom' | 'lesson'
>

/** One occurrence. */
export type Timed = {
  readonly id: MeetingId
  readonly startsAt: Date
  readonly endsAt: Date
  readonly dayReminderAt: Date | null
  readonly soonReminderAt: Date | null
}

const valuesOf = ({ audience, chatIds, isMailed, hasWaitingRoom, lesson, title, agenda, kind, place }: Written) => ({
  title,
  agenda,
  kind,
  place,
  is_mailed: isMailed,
  has_waiting_room: hasWaitingRoom,
  programme: lesson?.programme ?? null,
  material_folder_id: lesson?.folderId ?? null,
  led_by: lesson?.ledBy ?? '',
  audience: audience?.kind ?? null,
  group_ids: audience?.groupIds ?? [],
  chat_ids: chatIds,
})

const timesOf = ({ startsAt, endsAt, dayReminderAt, soonReminderAt }: Timed) => ({
  starts_at: startsAt,
  ends_at: endsAt,
  day_reminder_at: dayReminderAt,
  soon_reminder_at: soonReminderAt,
})

type New = {
  readonly organizationId: OrganizationId
  readonly organizerId: AccountId
  readonly seriesId: MeetingSeriesId | null
  readonly plannedAt: Date
}

export async function insertMeetings(
  tx: Tx,
  { organizationId, organizerId, seriesId, plannedAt }: New,
  written: Written,
  times: readonly Timed[],
): Promise<void> {
  const row = { organization_id: organizationId, organizer_id: organizerId, series_id: seriesId, planned_at: plannedAt }
  await tx
    .insertInto('meeting')
    .values(times.map((timed) => ({ id: timed.id, ...row, ...valuesOf(written), ...timesOf(timed) })))
    .execute()
}

export async function insertSeries(
  tx: Tx,
  {
    id,
    organizationId,
    repeats,
    untilDay,
  }: {
    readonly id: MeetingSeriesId
    readonly organizationId: OrganizationId
    readonly repeats: 'weekly' | 'fortnightly' | 'monthly'
    readonly untilDay: string
  },
): Promise<void> {
  await tx
    .insertInto('meeting_series')
    .values({ id, organization_id: organizationId, repeats, until_day: untilDay })
    .execute()
}

export async function updateMeetings(tx: Tx, written: Written, times: readonly Timed[]): Promise<void> {
  for (const timed of times) {
    await tx
      .updateTable('meeting')
      .where('id', '=', timed.id)
      .set((eb) => ({ ...valuesOf(written), ...timesOf(timed), rev: eb('rev', '+', 1) }))
      .execute()
  }
}

export async function updateToCancelled(tx: Tx, ids: readonly MeetingId[], word: string, now: Date): Promise<void> {
  await tx
    .updateTable('meeting')
    .where('id', '=', anyOf(ids))
    .set((eb) => ({
      cancelled_at: now,
      word,
      day_reminder_at: null,
      soon_reminder_at: null,
      rev: eb('rev', '+', 1),
    }))
    .execute()
}

/** Those invited one by one, from now on. */
export async function replacePeople(
  tx: Tx,
  meetingIds: readonly MeetingId[],
  accountIds: readonly AccountId[],
): Promise<void> {
  await tx
    .deleteFrom('meeting_person')
    .where('meeting_id', '=', anyOf(meetingIds))
    .where(sql<boolean>`account_id <> all(${accountIds}::uuid[])`)
    .execute()
  await runSql(
    tx,
    `insert into meeting_person (meeting_id, account_id)
     select m, a from unnest($1::uuid[]) m cross join unnest($2::uuid[]) a on conflict do nothing`,
    [meetingIds, accountIds],
  )
}

export async function upsertAnswer(
  tx: Tx,
  row: {
    readonly meetingId: MeetingId
    readonly accountId: AccountId
    readonly answer: 'yes' | 'no' | 'perhaps'
    readonly startsAt: Date
    readonly now: Date
  },
): Promise<void> {
  await runSql(
    tx,
    `insert into meeting_answer (meeting_id, account_id, answer, starts_at, answered_at) values ($1, $2, $3, $4, $5)
     on conflict (meeting_id, account_id) do update
     set answer = excluded.answer, starts_at = excluded.starts_at, answered_at = excluded.answered_at`,
    [row.meetingId, row.accountId, row.answer, row.startsAt, row.now],
  )
}

/** Whose memberships these are, of those the actor may write to, and those invited already. */
export async function listReachable(
  db: Db,
  actor: AccountId,
  {
    organizationId,
    meetingId,
    membershipIds,
  }: {
    readonly organizationId: OrganizationId
    readonly meetingId: MeetingId
    readonly membershipIds: readonly MembershipId[]
  },
): Promise<{ membershipId: MembershipId; accountId: AccountId }[]> {
  return runSql(
    db,
    `select m.id as "membershipId", m.account_id as "accountId"
     from membership m
     where m.organization_id = $2 and m.id = any($3::uuid[]) and m.ended_at is null
       and (exists (select from contact c where c.from_account_id = $1 and c.to_membership_id = m.id)
         or exists (select from meeting_person p where p.meeting_id = $4 and p.account_id = m.account_id))`,
    [actor, organizationId, membershipIds, meetingId],
  )
}

/** With nobody in it yet: who is invited comes as the structure has it. */
export async function insertRoom(
  tx: Tx,
  { id, organizationId, title }: Pick<MeetingRow, 'id' | 'organizationId' | 'title'>,
  chatId: ChatId,
): Promise<void> {
  await tx
    .insertInto('chat')
    .values({ id: chatId, organization_id: organizationId, kind: 'group', bound_to: 'rule', title })
    .execute()
  await tx.updateTable('meeting').where('id', '=', id).set({ chat_id: chatId }).execute()
}

/** The chats that some of them are held in already. */
export async function listRooms(tx: Tx, ids: readonly MeetingId[]): Promise<ChatId[]> {
  const rows = await runSql<{ chatId: ChatId }>(
    tx,
    'select chat_id as "chatId" from meeting where id = any($1::uuid[]) and chat_id is not null order by chat_id',
    [ids],
  )
  return rows.map(({ chatId }) => chatId)
}
