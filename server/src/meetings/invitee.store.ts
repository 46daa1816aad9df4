import type { AccountId, Comes, MeetingId, OrganizationId, Person } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

/** Whoever planned it, and the office, which sees all. */
export async function listOwners(db: Db, id: MeetingId): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select organizer_id as "accountId" from meeting where id = $1
     union
     select p.account_id from meeting m
     join teaching t on t.group_id = any(m.group_ids)
     join membership p on p.id = t.membership_id and p.ended_at is null
     where m.id = $1 and m.programme is not null
     union
     select p.account_id from meeting m join membership p on p.organization_id = m.organization_id
     where m.id = $1 and p.ended_at is null and (p.is_admin or p.role = 'management')`,
    [id],
  )
  return rows.map(({ accountId }) => accountId)
}

/** Who is invited, whoever planned it, and the office, which sees all. */
export async function listReached(db: Db, ids: readonly MeetingId[]): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select account_id as "accountId" from meeting_invitee where meeting_id = any($1::uuid[])
     union
     select organizer_id from meeting where id = any($1::uuid[])
     union
     select p.account_id from meeting m join membership p on p.organization_id = m.organization_id
     where m.id = any($1::uuid[]) and p.ended_at is null and (p.is_admin or p.role = 'management')`,
    [ids],
  )
  return rows.map(({ accountId }) => accountId)
}

export type InviteeRow = {
  readonly accountId: AccountId
  readonly name: string
  readonly label: string
  readonly answer: Comes | null
}

type Filter = {
  readonly answer?: Comes | 'none' | undefined
  readonly after?: AccountId | undefined
  readonly limit: number | null
}

// Somebody who works here is called so, though a child of theirs is here too.
const NAMED = `
  select distinct on (i.account_id) i.account_id as "accountId", p.name, p.label, a.answer
  from meeting m
  join meeting_invitee i on i.meeting_id = m.id
  join person p on p.membership_id = i.membership_id
  left join meeting_answer a on a.meeting_id = m.id and a.account_id = i.account_id and a.starts_at = m.starts_at
  where m.id = $1
  order by i.account_id, p.role in ('parent', 'student'), i.membership_id`

/** By name. */
export function listInvitees(db: Db, id: MeetingId, { answer, after, limit }: Filter): Promise<InviteeRow[]> {
  return runSql<InviteeRow>(
    db,
    `with invitee as (${NAMED})
     select * from invitee
     where ($2::text is null or coalesce(answer, 'none') = $2)
       and ($3::uuid is null or (name, "accountId") > (select name, "accountId" from invitee where "accountId" = $3))
     order by name, "accountId" limit $4`,
    [id, answer ?? null, after ?? null, limit],
  )
}

type Counted = { readonly invited: number; readonly yes: number; readonly no: number; readonly perhaps: number }

export async function countInvitees(db: Db, id: MeetingId): Promise<Counted> {
  const [row] = await runSql<Counted>(
    db,
    `select count(*)::int as invited, count(*) filter (where a.answer = 'yes')::int as yes,
       count(*) filter (where a.answer = 'no')::int as no, count(*) filter (where a.answer = 'perhaps')::int as perhaps
     from meeting m
     join lateral (select distinct account_id from meeting_invitee where meeting_id = m.id) i on true
     left join meeting_answer a on a.meeting_id = m.id and a.account_id = i.account_id and a.starts_at = m.starts_at
     where m.id = $1`,
    [id],
  )
  return row ?? { invited: 0, yes: 0, no: 0, perhaps: 0 }
}

/** Invited one by one, as they are called. */
export function listPeopleOf(db: Db, id: MeetingId): Promise<Person[]> {
  return runSql(
    db,
    `select distinct on (x.account_id) p.account_id as "accountId", p.membership_id as "membershipId", p.role, p.name,
       p.label, p.is_confirmed as "isConfirmed"
     from meeting_person x
     join meeting m on m.id = x.meeting_id
     join person p on p.account_id = x.account_id and p.organization_id = m.organization_id
     join membership ms on ms.id = p.membership_id and ms.ended_at is null
     where x.meeting_id = $1
     order by x.account_id, p.role in ('parent', 'student')`,
    [id],
  )
}

/** Proven addresses of the invited; of a reminder only theirs who have not said that they do not come. */
export async function listAddresses(db: Db, id: MeetingId, isReminder: boolean): Promise<string[]> {
  const rows = await runSql<{ email: string }>(
    db,
    `select distinct account.email
     from meeting m
     join lateral (select account_id from meeting_invitee where meeting_id = m.id
       union select m.organizer_id where $2) i on true
     join account on account.id = i.account_id and account.email is not null
     left join meeting_answer a on a.meeting_id = m.id and a.account_id = i.account_id and a.starts_at = m.starts_at
     where m.id = $1 and not ($2 and a.answer is not distinct from 'no')
     order by account.email`,
    [id, isReminder],
  )
  return rows.map(({ email }) => email)
}

type Waiting = { readonly organizationId: OrganizationId; readonly count: number }

/**
 * Meetings to come that ask this account, by organization: few are planned at a time. Of those that repeat only the next
 * one asks: whoever has answered it is done until it is over.
 */
export function countWaitingMeetings(db: Db, accountId: AccountId, now: Date): Promise<Waiting[]> {
  return runSql<Waiting>(
    db,
    `select m.organization_id as "organizationId", count(*)::int as count
     from (select distinct organization_id from membership where account_id = $1 and ended_at is null) o
     join meeting m on m.organization_id = o.organization_id and m.starts_at > $2
       and m.starts_at < $2 + interval '14 days' and m.cancelled_at is null
     where exists (select from meeting_invitee i where i.meeting_id = m.id and i.account_id = $1)
       and not exists (select from meeting_answer a
         where a.meeting_id = m.id and a.account_id = $1 and a.starts_at = m.starts_at)
       and (m.series_id is null or not exists (select from meeting earlier
         where earlier.series_id = m.series_id and earlier.starts_at > $2 and earlier.starts_at < m.starts_at
           and earlier.cancelled_at is null))
     group by m.organization_id`,
    [accountId, now],
  )
}
