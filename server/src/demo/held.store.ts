import type { MeetingId, WebinarId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

/** One that was held at that moment, an hour long; what was said of its time counts for this one. */
export async function backdateMeeting(db: Db, id: MeetingId, startsAt: Date): Promise<void> {
  await runSql(
    db,
    `update meeting set starts_at = $2, ends_at = $2::timestamptz + interval '1 hour',
       planned_at = $2::timestamptz - interval '6 days', day_reminder_at = null, soon_reminder_at = null where id = $1`,
    [id, startsAt],
  )
  await runSql(db, 'update meeting_answer set starts_at = $2 where meeting_id = $1', [id, startsAt])
}

/** Its call, as if LiveKit had told of whoever came: every other of the invited, some late, some not to the end. */
export async function holdCall(db: Db, id: MeetingId): Promise<void> {
  await runSql(
    db,
    `with held as (
       insert into call (id, chat_id, message_id, started_by, started_at, answered_at, ended_at, outcome)
       select gen_random_uuid(), chat_id, gen_random_uuid(), organizer_id, starts_at, starts_at,
         starts_at + interval '50 minutes', 'ended'
       from meeting where id = $1 and chat_id is not null
       returning id, started_at, started_by)
     insert into call_visit (call_id, participant_sid, account_id, joined_at, left_at)
     select held.id, 'PA_demo' || n, account_id, started_at + (n % 4) * interval '70 seconds',
       started_at + (50 - n % 3 * 4) * interval '1 minute'
     from held
     cross join (
       select account_id, row_number() over (order by account_id)::int as n
       from (select distinct account_id from meeting_invitee where meeting_id = $1) invitee) v
     where n % 2 = 0
     union all
     select id, 'PA_demo0', started_by, started_at, started_at + interval '50 minutes' from held`,
    [id],
  )
}

/** One that was held so many days before it was planned for; people registered in the week before. */
export async function backdateWebinar(db: Db, id: WebinarId, days: number): Promise<Date | undefined> {
  const [row] = await runSql<{ startsAt: Date }>(
    db,
    `update webinar set starts_at = starts_at - $2 * interval '1 day', ends_at = ends_at - $2 * interval '1 day',
       day_reminder_at = null, hour_reminder_at = null
     where id = $1 returning starts_at as "startsAt"`,
    [id, days],
  )
  await runSql(
    db,
    `update webinar_registration set asked_at = asked_at - ($2 + 6) * interval '1 day' where webinar_id = $1`,
    [id, days],
  )
  return row?.startsAt
}
