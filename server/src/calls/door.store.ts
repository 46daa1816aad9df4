import type { AccountId, CallId, ChatId, GuestId, WaitingId, WaitingPerson } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import type { StoredCall } from './store.ts'

/** Whether calls in this chat, held for a meeting, have one. */
export async function hasWaitingRoom(db: Db, chatId: ChatId): Promise<boolean> {
  const row = await db
    .selectFrom('meeting')
    .where('chat_id', '=', chatId)
    .where('has_waiting_room', '=', true)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export type Standing = { readonly isRemoved: boolean; readonly passage: 'none' | 'let-in' | 'turned-away' }

/** Whoever was in it before there was a waiting room has been let in. */
export const PASSAGE = `case when cp.let_in_at is not null or cp.session_id is not null then 'let-in'
  when cp.turned_away_at is not null then 'turned-away' else 'none' end`

export async function findStanding(db: Db, callId: CallId, accountId: AccountId): Promise<Standing> {
  const [row] = await runSql<Standing>(
    db,
    `select cp.removed_at is not null as "isRemoved", ${PASSAGE} as passage
     from call_person cp where cp.call_id = $1 and cp.account_id = $2`,
    [callId, accountId],
  )
  return row ?? { isRemoved: false, passage: 'none' }
}

type AtTheDoor = Omit<WaitingPerson, 'since'> & { readonly since: Date }

type Moment = { readonly now: Date; readonly heardSince: Date }

/** Heard of lately, in order of coming. */
export const listAtTheDoor = (db: Db, callId: CallId, { now, heardSince }: Moment): Promise<AtTheDoor[]> =>
  runSql<AtTheDoor>(
    db,
    `select person_id as id, is_guest as "isGuest", name, label, is_confirmed as "isConfirmed", since,
       is_turned_away as "isTurnedAway"
     from at_the_door where call_id = $1 and seen_at > $2 and (closes_at is null or closes_at > $3)
     order by since, person_id`,
    [callId, heardSince, now],
  )

/** True where nobody knew yet that they wait. */
export async function upsertWaiting(
  tx: Tx,
  callId: CallId,
  accountId: AccountId,
  { now, heardSince }: Moment,
): Promise<boolean> {
  const [row] = await runSql<{ isNew: boolean }>(
    tx,
    `with before as (select waiting_seen_at from call_person where call_id = $1 and account_id = $2)
     insert into call_person (call_id, account_id, waits_since, waiting_seen_at) values ($1, $2, $3, $3)
     on conflict (call_id, account_id) do update
     set waits_since = case when call_person.waiting_seen_at > $4 then call_person.waits_since else $3 end,
       waiting_seen_at = $3
     returning not exists (select from before where waiting_seen_at > $4) as "isNew"`,
    [callId, accountId, now, heardSince],
  )
  return row?.isNew === true
}

/** False where it is not known that they wait, or they may come in by now. */
export async function updateStillWaiting(
  tx: Tx,
  callId: CallId,
  accountId: AccountId,
  { now, heardSince }: Moment,
): Promise<boolean> {
  const rows = await runSql(
    tx,
    `update call_person set waiting_seen_at = $3
     where call_id = $1 and account_id = $2 and waiting_seen_at > $4 and let_in_at is null and session_id is null
     returning 1`,
    [callId, accountId, now, heardSince],
  )
  return rows.length > 0
}

/** Waits no more; what was said of them stays. */
export async function endWaiting(tx: Tx, callId: CallId, accountId: AccountId): Promise<boolean> {
  const rows = await runSql(
    tx,
    `update call_person set waiting_seen_at = null
     where call_id = $1 and account_id = $2 and waiting_seen_at is not null returning 1`,
    [callId, accountId],
  )
  return rows.length > 0
}

type Decision = {
  readonly ids: readonly WaitingId[]
  readonly letIn: boolean
  readonly by: AccountId
  readonly now: Date
}

/** Those of them who have come to this door. Whoever is in already is so for good. */
export async function decidePeople(tx: Tx, callId: CallId, { ids, letIn, by, now }: Decision): Promise<AccountId[]> {
  const rows = await runSql<{ id: AccountId }>(
    tx,
    `update call_person set let_in_at = case when $3 then $5::timestamptz end, let_in_by = case when $3 then $4::uuid end,
       turned_away_at = case when $3 then null else $5::timestamptz end
     where call_id = $1 and account_id = any($2::uuid[]) and waits_since is not null and let_in_at is null
       and session_id is null and removed_at is null and ($3 or turned_away_at is null)
     returning account_id as id`,
    [callId, ids, letIn, by, now],
  )
  return rows.map(({ id }) => id)
}

/** How many by each link may still come for the first time; who has been in this meeting before takes no new place. */
const AT_THE_DOOR_BY_LINK = `
  select g.id, g.let_in_at is not null as has_been_in,
    row_number() over (partition by g.link_id, g.let_in_at is null order by g.came_at, g.id) as place,
    l.max_guests - (select count(*) from guest o where o.link_id = l.id and o.let_in_at is not null) as places
  from at_the_door d
  join guest g on g.id = d.person_id
  join guest_link l on l.id = g.link_id
  where d.call_id = $1 and d.is_guest and d.seen_at is not null and (d.closes_at is null or d.closes_at > $5)
    and d.person_id = any($2::uuid[])`

/** The same of guests, who are let into this one call, as long as there is a place. */
export async function decideGuests(tx: Tx, callId: CallId, { ids, letIn, by, now }: Decision): Promise<GuestId[]> {
  const rows = await runSql<{ id: GuestId }>(
    tx,
    `update guest set call_id = case when $3 then $1 else guest.call_id end,
       let_in_at = case when $3 then $5::timestamptz else let_in_at end,
       let_in_by = case when $3 then $4::uuid else let_in_by end,
       turned_away_at = case when $3 then null else $5::timestamptz end
     where id in (select d.id from (${AT_THE_DOOR_BY_LINK}) d where not $3 or d.has_been_in or d.place <= d.places)
       and ($3 or turned_away_at is null)
     returning id`,
    [callId, ids, letIn, by, now],
  )
  return rows.map(({ id }) => id)
}

/** Who lets people in. */
export async function listHosts(db: Db, { chatId }: Pick<StoredCall, 'chatId'>): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('chat_member')
    .where('chat_id', '=', chatId)
    .where('role', '=', 'moderator')
    .select('account_id')
    .execute()
  return rows.map((row) => row.account_id)
}
