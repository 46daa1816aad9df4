import type { CallId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import { createVisits, type NamedStay } from '#rooms/index.ts'

export const visits = createVisits('call')

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

/** Everybody's stays, by name. Who has left the chat since is named by the account. */
export async function listNamedVisits(db: Db, callId: CallId): Promise<NamedStay[]> {
  return runSql<NamedStay>(
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
