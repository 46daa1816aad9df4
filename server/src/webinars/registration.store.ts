import type { AccountId, OrganizationId, RegistrationState, WebinarId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { FROM } from './people.store.ts'

type New = {
  readonly webinarId: WebinarId
  readonly accountId: AccountId
  readonly name: string
  readonly askedAt: Date
}

/** At the end of the line; or under another name where they stand. */
export async function upsertRegistration(tx: Tx, { webinarId, accountId, name, askedAt }: New): Promise<void> {
  await tx
    .insertInto('webinar_registration')
    .values({ webinar_id: webinarId, account_id: accountId, name, state: 'waiting', asked_at: askedAt })
    .onConflict((conflict) => conflict.columns(['webinar_id', 'account_id']).doUpdateSet({ name }))
    .execute()
}

export async function deleteRegistration(tx: Tx, webinarId: WebinarId, accountId: AccountId): Promise<void> {
  await tx
    .deleteFrom('webinar_registration')
    .where('webinar_id', '=', webinarId)
    .where('account_id', '=', accountId)
    .execute()
}

/**
 * Whoever it is not for any more gives way: should they come back, they are the first to wait, and no seat is given
 * twice. Under the webinar's lock.
 */
export async function updateSeatsOfLeavers(tx: Tx, id: WebinarId): Promise<void> {
  await runSql(
    tx,
    `update webinar_registration r set state = 'waiting'
     from webinar w
     where w.id = $1 and w.seats is not null and r.webinar_id = w.id and r.state = 'registered' and not exists (
       select from webinar_audience a where a.webinar_id = r.webinar_id and a.account_id = r.account_id)`,
    [id],
  )
}

/** Gives the seats that are free to those who wait longest; under the webinar's lock. */
export async function updateMovedUp(tx: Tx, id: WebinarId): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    tx,
    `update webinar_registration r set state = 'registered'
     from (
       select a.account_id from webinar_attendee a where a.webinar_id = $1 and a.state = 'waiting'
       order by a.asked_at, a.account_id
       limit (
         -- None where there are as many seats as come.
         select case when w.seats is not null then greatest(0, w.seats - (
           select count(*) from webinar_attendee o where o.webinar_id = w.id and o.state = 'registered')) end
         from webinar w where w.id = $1)) next
     where r.webinar_id = $1 and r.account_id = next.account_id
     returning r.account_id as "accountId"`,
    [id],
  )
  return rows.map(({ accountId }) => accountId)
}

/** Where somebody waits and may still come: a seat may have become free by somebody's leaving their place. */
export async function listWithLines(db: Db, now: Date): Promise<WebinarId[]> {
  const rows = await runSql<{ id: WebinarId }>(
    db,
    `select w.id from webinar w
     where w.state = 'published' and case w.kind when 'online' then w.ends_at else w.starts_at end > $1
       and exists (select from webinar_attendee r where r.webinar_id = w.id and r.state = 'waiting')`,
    [now],
  )
  return rows.map(({ id }) => id)
}

export async function listAttendees(db: Db, id: WebinarId): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    'select account_id as "accountId" from webinar_attendee where webinar_id = $1',
    [id],
  )
  return rows.map(({ accountId }) => accountId)
}

export type Recipient = {
  readonly email: string
  readonly organizationId: OrganizationId
  readonly timeZone: string
}

/** Those with an address: of all who are registered or wait, of those with a seat, or of these. */
export function listRecipients(
  db: Db,
  id: WebinarId,
  { state, accountIds }: { state: RegistrationState | null; accountIds: readonly AccountId[] | null },
): Promise<Recipient[]> {
  return runSql<Recipient>(
    db,
    `select a.email, f.organization_id as "organizationId", f.time_zone as "timeZone"
     from webinar_registration r join account a on a.id = r.account_id and a.email is not null ${FROM}
     where r.webinar_id = $1 and ($2::text is null or r.state = $2)
       and case when $3::uuid[] is not null then r.account_id = any($3) else exists (
         select from webinar_attendee o where o.webinar_id = $1 and o.account_id = r.account_id) end
     order by r.asked_at, r.account_id`,
    [id, state, accountIds],
  )
}

export async function listOperators(db: Db): Promise<AccountId[]> {
  const rows = await db.selectFrom('operator').select('account_id').execute()
  return rows.map((row) => row.account_id)
}

/** Whoever got a certificate keeps the way to it: it says their name as well. */
const OLD = `
  exists (select from webinar w where w.id = r.webinar_id and w.ends_at < $1)
  and not exists (select from certificate c where c.webinar_id = r.webinar_id and c.account_id = r.account_id)`

export async function countOldRegistrations(db: Db, before: Date): Promise<number> {
  const counting = `select count(*)::int as count from webinar_registration r where ${OLD}`
  const [row] = await runSql<{ count: number }>(db, counting, [before])
  return row?.count ?? 0
}

export async function deleteOldRegistrations(db: Db, before: Date): Promise<void> {
  await runSql(db, `delete from webinar_registration r where ${OLD}`, [before])
}

/** Those of these whom it is not for any more, by the clock and the quiet hours of some place of theirs. */
export function listLeftOut(db: Db, id: WebinarId, accountIds: readonly AccountId[]): Promise<Recipient[]> {
  return runSql<Recipient>(
    db,
    `select a.email, o.id as "organizationId", o.time_zone as "timeZone"
     from account a
     join lateral (
       select o.id, o.time_zone from membership m join organization o on o.id = m.organization_id
       where m.account_id = a.id and m.ended_at is null order by o.short_name, o.id limit 1) o on true
     where a.id = any($2::uuid[]) and a.email is not null and not exists (
       select from webinar_audience w where w.webinar_id = $1 and w.account_id = a.id)
     order by a.id`,
    [id, accountIds],
  )
}

/** Everybody whose screens show that they are registered, and the operators. */
export async function listReached(db: Db, id: WebinarId): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select account_id as "accountId" from webinar_registration where webinar_id = $1
     union select account_id from operator`,
    [id],
  )
  return rows.map(({ accountId }) => accountId)
}
