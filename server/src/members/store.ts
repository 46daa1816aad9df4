import type { AccountId, ChatId, Person } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

export type MemberRow = {
  readonly accountId: AccountId
  readonly role: 'member' | 'moderator'
  readonly readSeq: number
  readonly people: Person[]
}

// With every membership that brings a person here: the one they speak as, and those by which the group holds them.
const LIST = `
  with held as (
    select account_id, membership_id from chat_member where chat_id = $1 and membership_id is not null
    union
    select m.account_id, g.membership_id
    from chat_member m join chat on chat.id = m.chat_id
    join group_member g on g.group_id = chat.bound_group_id and g.account_id = m.account_id
    where m.chat_id = $1)
  select m.account_id as "accountId", m.role, m.read_seq as "readSeq",
    jsonb_agg(jsonb_build_object('accountId', p.account_id, 'membershipId', p.membership_id, 'role', p.role,
      'name', p.name, 'label', p.label, 'isConfirmed', p.is_confirmed)
      order by p.membership_id <> m.membership_id, p.name) as people
  from chat_member m
  join held on held.account_id = m.account_id
  join person p on p.membership_id = held.membership_id
  where m.chat_id = $1
  group by m.account_id, m.role, m.read_seq, m.is_staff
  order by m.is_staff desc, min(p.name), m.account_id`

export async function listMembers(db: Db, chatId: ChatId): Promise<MemberRow[]> {
  return runSql<MemberRow>(db, LIST, [chatId])
}
