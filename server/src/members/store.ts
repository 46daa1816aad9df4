import type { AccountId, ChatId, Person } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type MemberRow = {
  readonly accountId: AccountId
  readonly role: 'member' | 'moderator'
  readonly readSeq: number
  readonly isInCommittee: boolean
  readonly people: Person[]
}

// With every membership that brings a person here: the one they speak as, and those by which the group or the rule holds them.
// A group's own committee in its chat; anywhere else that of any group.
const LIST = `
  with held as (
    select account_id, membership_id from chat_member where chat_id = $1 and membership_id is not null
    union
    select m.account_id, g.membership_id
    from chat_member m join chat on chat.id = m.chat_id
    join group_member g on g.group_id = chat.bound_group_id and g.account_id = m.account_id
    where m.chat_id = $1
    union
    select m.account_id, r.membership_id
    from chat_member m
    join chat on chat.id = m.chat_id and chat.bound_to = 'rule'
    join rule_member r on r.chat_id = m.chat_id and r.account_id = m.account_id
    where m.chat_id = $1), committee as (
    select h.account_id
    from held h
    join group_committee gc on gc.membership_id = h.membership_id and gc.until_at is null
    join chat on chat.id = $1 and (chat.bound_group_id is null or chat.bound_group_id = gc.group_id))
  select m.account_id as "accountId", m.role, m.read_seq as "readSeq",
    m.account_id in (select account_id from committee) as "isInCommittee",
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

export async function listMemberAccounts(db: Db, chatId: ChatId): Promise<AccountId[]> {
  const rows = await db.selectFrom('chat_member').where('chat_id', '=', chatId).select('account_id').execute()
  return rows.map((row) => row.account_id)
}

/** An archive that nobody owns any more. */
export async function updateToOwnerless(tx: Tx, chatId: ChatId): Promise<void> {
  await tx.updateTable('chat').where('id', '=', chatId).set({ state: 'read-only', owner_id: null }).execute()
}
