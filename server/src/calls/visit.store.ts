import type { AccountId, CallId } from '@kolosok/contract'
import { sql } from 'kysely'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type Visit = {
  readonly callId: CallId
  readonly sid: string
  readonly accountId: AccountId
  readonly joinedAt: Date
}

/** News may come twice, and in the wrong order: a stay that has ended stays ended. */
export async function insertVisit(tx: Tx, { callId, sid, accountId, joinedAt }: Visit, leftAt?: Date): Promise<void> {
  const left = leftAt ? new Date(Math.max(leftAt.getTime(), joinedAt.getTime())) : null
  await tx
    .insertInto('call_visit')
    .values({ call_id: callId, participant_sid: sid, account_id: accountId, joined_at: joinedAt, left_at: left })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** False when this stay was never heard of. */
export async function updateVisitEnded(tx: Tx, { callId, sid }: Visit, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('call_visit')
    .where('call_id', '=', callId)
    .where('participant_sid', '=', sid)
    .set({ left_at: sql<Date>`coalesce(left_at, greatest(joined_at, ${at}))` })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends the open stays of one person, or of everybody. */
export async function updateLeft(tx: Tx, callId: CallId, at: Date, accountId?: AccountId): Promise<void> {
  await tx
    .updateTable('call_visit')
    .where('call_id', '=', callId)
    .where('left_at', 'is', null)
    .$if(accountId !== undefined, (query) => query.where('account_id', '=', accountId as AccountId))
    .set({ left_at: sql<Date>`greatest(joined_at, ${at})` })
    .execute()
}

/**
 * Ends stays that LiveKit doesn't know any more: its news of their end was lost. When exactly is unknown; they
 * were still there when we last asked.
 */
export async function updateLost(
  tx: Tx,
  callId: CallId,
  { presentSids, recordedBefore }: { presentSids: readonly string[]; recordedBefore: Date },
): Promise<void> {
  await runSql(
    tx,
    `update call_visit set left_at = greatest(joined_at, coalesce(call.checked_at, joined_at))
     from call
     where call.id = call_id and call_id = $1 and left_at is null
       and participant_sid <> all($2::text[]) and recorded_at < $3`,
    [callId, presentSids, recordedBefore],
  )
}

export async function findLastLeft(db: Db, callId: CallId): Promise<Date | undefined> {
  const row = await db
    .selectFrom('call_visit')
    .where('call_id', '=', callId)
    .select((eb) => eb.fn.max('left_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? undefined
}

export type Counts = { readonly present: number; readonly participants: number }

export async function countPeople(db: Db, callId: CallId): Promise<Counts> {
  const [row] = await runSql<Counts>(
    db,
    `select count(distinct account_id) filter (where left_at is null)::int as present,
       count(distinct account_id)::int as participants
     from call_visit where call_id = $1`,
    [callId],
  )
  return row ?? { present: 0, participants: 0 }
}

export type NamedVisit = {
  readonly accountId: AccountId
  readonly name: string
  readonly label: string
  readonly isRemoved: boolean
  readonly joinedAt: Date
  readonly leftAt: Date | null
}

/** Everybody's stays, by name. Who has left the chat since is named by the account. */
export async function listNamedVisits(db: Db, callId: CallId): Promise<NamedVisit[]> {
  return runSql<NamedVisit>(
    db,
    `select v.account_id as "accountId", v.joined_at as "joinedAt", v.left_at as "leftAt",
       coalesce(p.name, concat_ws(' ', nullif(a.given_name, ''), nullif(a.family_name, ''))) as name,
       coalesce(p.label, '') as label, cp.removed_at is not null as "isRemoved"
     from call_visit v
     join call c on c.id = v.call_id
     join account a on a.id = v.account_id
     left join chat_member m on m.chat_id = c.chat_id and m.account_id = v.account_id
     left join person p on p.membership_id = m.membership_id
     left join call_person cp on cp.call_id = v.call_id and cp.account_id = v.account_id
     where v.call_id = $1
     order by name, v.account_id, v.joined_at`,
    [callId],
  )
}
