import type { AccountId, ChatId, GroupId, OrganizationId } from '@kolosok/contract'
import { anyOf, type Db, runPlannedOnce, runSql, type Tx } from '#platform/db.ts'

type Change = {
  readonly organizationId: OrganizationId
  readonly groupIds: readonly GroupId[]
  readonly accountIds: readonly AccountId[]
}

const PEOPLE = `
  select account_id as id from group_member where group_id = any($1::uuid[])
  union
  select m.account_id from chat c join chat_member m on m.chat_id = c.id where c.bound_group_id = any($1::uuid[])
  union
  select unnest($2::uuid[])`

/** Whose place a change can have touched: who belongs to these groups now, who did until now, and who is named. */
export async function listTouchedPeople(tx: Tx, { groupIds, accountIds }: Change): Promise<AccountId[]> {
  return (await runPlannedOnce<{ id: AccountId }>(tx, PEOPLE, [groupIds, accountIds])).map(({ id }) => id)
}

// A rule speaks of groups (these, or all), or of what somebody is in the organization: that changes with «Педагоги», or
// is told by name; whom a meeting is for may follow from anything. Besides: the chats these people are in that keep whom they have.
const CHATS = `
  select c.id from chat c
  where c.organization_id = $1 and c.bound_to = 'rule' and c.state = 'open' and (exists (select from meeting m where m.chat_id = c.id) or exists (
    select from chat_rule_part p
    where p.chat_id = c.id and (
      cardinality($3::uuid[]) > 0
      or exists (select from "group" g where g.id = any($2::uuid[]) and g.kind = 'staff')
      or p.kind in ('teachers', 'parents', 'committee') and (p.group_ids = '{}' or p.group_ids && $2::uuid[]))))
  union
  select c.id
  from chat_member m join chat c on c.id = m.chat_id
  where m.account_id = any($4::uuid[]) and c.organization_id = $1 and c.kind = 'group'
    and (c.bound_to is null or c.state = 'read-only')`

/** Chats not bound to one of the groups that a change can touch all the same, as far as these people go. */
export async function listTouchedChats(
  db: Db,
  { organizationId, groupIds, accountIds }: Change,
  people: readonly AccountId[],
): Promise<ChatId[]> {
  const rows = await runSql<{ id: ChatId }>(db, CHATS, [organizationId, groupIds, accountIds, people])
  return rows.map(({ id }) => id)
}

/** Who has no child in a group any more does not speak for it either, also not when they come back. */
export async function endLeftCommittee(tx: Tx, groupIds: readonly GroupId[]): Promise<void> {
  await tx
    .updateTable('group_committee')
    .where('group_id', '=', anyOf(groupIds))
    .where('until_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('group_member')
            .whereRef('group_member.group_id', '=', 'group_committee.group_id')
            .whereRef('group_member.membership_id', '=', 'group_committee.membership_id')
            .where('side', '=', 'parents')
            .select('group_member.account_id'),
        ),
      ),
    )
    .set({ until_at: new Date() })
    .execute()
}
