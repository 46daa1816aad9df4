import type { AccountId, BroadcastId, DemoPerson, MessageId, PostId, TicketId } from '@kolosok/contract'
import { sql } from 'kysely'
import { type Db, runSql } from '#platform/db.ts'

// Everybody with a place here; who has several stands under the weightiest.
const PEOPLE = `
  select distinct on (a.id) a.id as "accountId",
    case when a.given_name = '' then 'Оператор' else trim(concat_ws(' ', a.family_name, a.given_name, a.patronymic)) end as "fullName",
    coalesce(m.name, nullif(trim(concat_ws(' ', a.given_name, a.family_name)), ''), 'Оператор') as name,
    coalesce(case when m.role = 'parent'
      then (select string_agg(label, ', ') from guardianship where membership_id = m.id and until_at is null)
      else nullif(concat_ws(', ', nullif(m.position, ''), case when m.is_admin then 'администратор'
        when m.confirmed_at is null and m.role = 'teacher' then 'статус ещё не подтверждён' end), '') end, 'принимает заявки организаций') as label,
    case when m.id is null then 'operator' when m.role = 'management' or m.is_admin then 'administration'
      when m.role = 'teacher' then 'teachers' else 'parents' end as part,
    array(select distinct g.name from group_member gm join "group" g on g.id = gm.group_id
      where gm.membership_id = m.id and g.kind <> 'staff' order by 1) as "groupNames"
  from account a
  left join operator o on o.account_id = a.id
  left join membership m on m.account_id = a.id and m.ended_at is null
  where m.id is not null or o.account_id is not null
  order by a.id, m.role, m.created_at`

export async function listDemoPeople(db: Db): Promise<DemoPerson[]> {
  return runSql<DemoPerson>(db, PEOPLE, [])
}

export async function isDemoPerson(db: Db, accountId: AccountId): Promise<boolean> {
  const found = await db.selectFrom('account').select('id').where('id', '=', accountId).executeTakeFirst()
  return found !== undefined
}

export async function isBuilt(db: Db): Promise<boolean> {
  return (await db.selectFrom('organization').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Here hundreds came within seconds; PostgreSQL counts by itself only later, and plans for empty tables until then. */
export async function countAnew(db: Db): Promise<void> {
  await runSql(db, 'analyze', [])
}

/** Talk of two weeks was posted a moment ago: this puts each message where it belongs in time. */
export async function backdateMessages(db: Db, times: ReadonlyMap<MessageId, Date>): Promise<void> {
  for (const [id, sentAt] of times) {
    await db.updateTable('message').set({ sent_at: sentAt }).where('id', '=', id).execute()
  }
}

/** What the system wrote while the kindergarten was built stands before the talk. */
export async function backdateSystemLines(db: Db, sentAt: Date): Promise<void> {
  await db
    .updateTable('message')
    .set({ sent_at: sentAt })
    .where('kind', 'in', ['members-joined', 'members-left', 'member-entered'])
    .where('sent_at', '>', sql<Date>`now() - interval '1 day'`)
    .execute()
}

/** Likewise the posts of the channels; a parent of this moment has some of them to read. */
export async function backdatePosts(db: Db, times: ReadonlyMap<PostId, Date>): Promise<void> {
  for (const [id, publishedAt] of times) {
    await db
      .updateTable('post')
      .set({ published_at: publishedAt, changed_at: publishedAt })
      .where('id', '=', id)
      .execute()
  }
}

/** Likewise what was asked; answers came within the day. */
export async function backdateTickets(db: Db, times: ReadonlyMap<TicketId, Date>): Promise<void> {
  for (const [id, at] of times) {
    await runSql(
      db,
      `update ticket set created_at = $2, changed_at = $2::timestamptz + interval '90 minutes',
         organization_at = organization_at - (created_at - $2), platform_at = platform_at - (created_at - $2),
         platform_answered_at = platform_answered_at - (created_at - $2) + interval '40 minutes',
         solved_at = solved_at - (created_at - $2) + interval '90 minutes'
       where id = $1`,
      [id, at],
    )
    await runSql(
      db,
      `update ticket_entry e set at = $2::timestamptz + (e.seq - 1) * interval '25 minutes' where e.ticket_id = $1`,
      [id, at],
    )
  }
}

/** One that was held: as if LiveKit had told of whoever came, two of three, some late, some not to the end. */
export async function backdateBroadcast(db: Db, id: BroadcastId, startedAt: Date): Promise<void> {
  await runSql(
    db,
    `update broadcast set state = 'ended', planned_at = $2, started_at = $2, reminded_at = $2,
       ended_at = $2::timestamptz + interval '47 minutes' where id = $1`,
    [id, startedAt],
  )
  await runSql(
    db,
    `insert into broadcast_person (broadcast_id, account_id, spoke_at) select id, host_id, $2 from broadcast where id = $1`,
    [id, startedAt],
  )
  await runSql(
    db,
    `insert into broadcast_visit (broadcast_id, participant_sid, account_id, joined_at, left_at)
     select $1, 'PA_demo' || n, account_id, $2::timestamptz + (n % 7) * interval '50 seconds',
       $2::timestamptz + (47 - n % 5 * 3) * interval '1 minute'
     from (
       select account_id, row_number() over (order by account_id)::int as n
       from (select distinct account_id from broadcast_viewer where broadcast_id = $1) viewer) v
     where n % 3 > 0
     union all
     select $1, 'PA_demo0', host_id, $2, $2::timestamptz + interval '47 minutes' from broadcast where id = $1`,
    [id, startedAt],
  )
  await runSql(
    db,
    `update broadcast set peak = (
       select count(distinct account_id)::int - 1 from broadcast_visit where broadcast_id = $1) where id = $1`,
    [id],
  )
}
