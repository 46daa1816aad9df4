import type { AccountId, BroadcastId, SessionId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { createVisits, type NamedStay } from '#rooms/index.ts'

export const visits = createVisits('broadcast')

/** How people here know somebody. */
const NAMED = 'left join lateral broadcast_names(b.id, v.account_id) n on true'

export function listStays(db: Db, id: BroadcastId): Promise<NamedStay[]> {
  return runSql<NamedStay>(
    db,
    `select v.account_id as "accountId", v.joined_at as "joinedAt", v.left_at as "leftAt",
       coalesce(n.name, '') as name, coalesce(n.label, '') as label, false as "isRemoved"
     from broadcast_visit v join broadcast b on b.id = v.broadcast_id ${NAMED}
     where v.broadcast_id = $1
     order by name, v.account_id, v.joined_at`,
    [id],
  )
}

export type PersonRow = {
  readonly accountId: AccountId
  readonly name: string
  readonly label: string
  readonly stage: 'invited' | 'on' | null
  readonly handAt: Date | null
}

/** Who is in the room, and who is to be on its stage though their connection is lost. */
export function listPeople(db: Db, id: BroadcastId): Promise<PersonRow[]> {
  return runSql<PersonRow>(
    db,
    `select v.account_id as "accountId", coalesce(n.name, '') as name, coalesce(n.label, '') as label, v.stage,
       v.hand_at as "handAt"
     from broadcast_person v join broadcast b on b.id = v.broadcast_id ${NAMED}
     where v.broadcast_id = $1 and (v.stage = 'on' or exists (
       select from broadcast_visit s where s.broadcast_id = $1 and s.account_id = v.account_id and s.left_at is null))
     order by v.stage is distinct from 'on', v.hand_at nulls last, name, v.account_id`,
    [id],
  )
}

export type Speaker = { readonly name: string; readonly label: string; readonly isConfirmed: boolean }

export async function getSpeaker(db: Db, id: BroadcastId, accountId: AccountId): Promise<Speaker> {
  const [row] = await runSql<Speaker>(
    db,
    `select n.name, n.label, n.is_confirmed as "isConfirmed"
     from broadcast b cross join (select $2::uuid as account_id) v ${NAMED} where b.id = $1`,
    [id, accountId],
  )
  return { name: row?.name ?? '', label: row?.label ?? '', isConfirmed: row?.isConfirmed ?? false }
}

export async function upsertSession(tx: Tx, id: BroadcastId, accountId: AccountId, session: SessionId): Promise<void> {
  await runSql(
    tx,
    `insert into broadcast_person (broadcast_id, account_id, session_id) values ($1, $2, $3)
     on conflict (broadcast_id, account_id) do update set session_id = $3`,
    [id, accountId, session],
  )
}

type Place = { readonly stage: 'invited' | 'on' | null; readonly at: Date }

/** On the stage, invited to it, or back; the hand is down then. */
export async function upsertStage(tx: Tx, id: BroadcastId, accountId: AccountId, { stage, at }: Place): Promise<void> {
  await runSql(
    tx,
    `insert into broadcast_person as p (broadcast_id, account_id, stage, spoke_at)
     values ($1, $2, $3, case when $3 = 'on' then $4::timestamptz end)
     on conflict (broadcast_id, account_id) do update
     set stage = $3, hand_at = null, spoke_at = coalesce(p.spoke_at, excluded.spoke_at)`,
    [id, accountId, stage, at],
  )
}

export async function upsertHand(tx: Tx, id: BroadcastId, accountId: AccountId, at: Date | null): Promise<void> {
  await runSql(
    tx,
    `insert into broadcast_person as p (broadcast_id, account_id, hand_at) values ($1, $2, $3)
     on conflict (broadcast_id, account_id) do update
     set hand_at = case when $3::timestamptz is null then null else coalesce(p.hand_at, $3) end`,
    [id, accountId, at],
  )
}

export async function findStage(db: Db, id: BroadcastId, accountId: AccountId): Promise<PersonRow['stage']> {
  const row = await db
    .selectFrom('broadcast_person')
    .where('broadcast_id', '=', id)
    .where('account_id', '=', accountId)
    .select('stage')
    .executeTakeFirst()
  return row?.stage ?? null
}

/** On the stage and invited to it. */
export async function countStage(db: Db, id: BroadcastId): Promise<number> {
  const row = await db
    .selectFrom('broadcast_person')
    .where('broadcast_id', '=', id)
    .where('stage', 'is not', null)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Those who decide what happens on it; they look at it anew. */
export async function listRunning(db: Db, id: BroadcastId): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select m.account_id as "accountId" from broadcast b
     join membership m on m.organization_id = b.organization_id
     where b.id = $1 and m.ended_at is null and (m.is_admin or m.role = 'management' or m.account_id = b.host_id)
     union
     select o.account_id from broadcast b cross join operator o where b.id = $1 and b.webinar_id is not null`,
    [id],
  )
  return rows.map(({ accountId }) => accountId)
}

export type Allowed = { readonly accountId: AccountId; readonly isOnStage: boolean }

/** Of these accounts, those who may be in the room now: it is for them or theirs to run, signed in where they joined. */
export function listAllowed(db: Db, id: BroadcastId, accountIds: readonly AccountId[]): Promise<Allowed[]> {
  if (accountIds.length === 0) return Promise.resolve([])
  return runSql<Allowed>(
    db,
    `select p.account_id as "accountId", p.stage is not distinct from 'on' as "isOnStage"
     from broadcast_person p
     join broadcast b on b.id = p.broadcast_id
     join session s on s.id = p.session_id and s.ended_at is null
     where p.broadcast_id = $1 and p.account_id = any($2::uuid[]) and (
       exists (select from broadcast_viewer v where v.broadcast_id = b.id and v.account_id = p.account_id)
       or b.webinar_id is not null and exists (select from operator o where o.account_id = p.account_id)
       or exists (
         select from membership m
         where m.organization_id = b.organization_id and m.account_id = p.account_id and m.ended_at is null
           and (m.is_admin or m.role = 'management'
             or m.account_id = b.host_id and m.role = 'teacher' and m.confirmed_at is not null
               and b.audience = 'groups'
               and (select may_teachers_broadcast from organization where id = b.organization_id)
               and not exists (
                 select from unnest(b.group_ids) g (id)
                 where g.id not in (select t.group_id from teaching t where t.membership_id = m.id)))))`,
    [id, accountIds],
  )
}

export type Seat = { readonly broadcastId: BroadcastId; readonly accountId: AccountId }

/** Who joined one that is on, on one of these sessions. */
export function listSeatsOfSessions(db: Db, sessionIds: readonly SessionId[]): Promise<Seat[]> {
  if (sessionIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('broadcast')
    .innerJoin('broadcast_person', 'broadcast_person.broadcast_id', 'broadcast.id')
    .where('broadcast.state', '=', 'live')
    .where('broadcast_person.session_id', 'in', sessionIds)
    .select(['broadcast.id as broadcastId', 'broadcast_person.account_id as accountId'])
    .execute()
}
