import type { AccountId, ChatId, ChildId, Duty, GroupId, MembershipId, OrganizationId, Role } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

export function listGroupsOf(
  db: Db,
  membershipId: MembershipId,
): Promise<{ id: GroupId; name: string; duty: Duty | 'substitute' }[]> {
  return (
    db
      .selectFrom('teaching')
      .innerJoin('group', 'group.id', 'teaching.group_id')
      .where('teaching.membership_id', '=', membershipId)
      .where('group.archived_at', 'is', null)
      .select(['group.id', 'group.name', 'teaching.duty'])
      // Who is attached and substitutes besides is named once.
      .distinctOn(['group.place', 'group.id'])
      .orderBy('group.place')
      .orderBy('group.id')
      .orderBy('teaching.duty')
      .execute()
  )
}

/** A teacher sees those of own groups only; `reader` is null for whoever sees all. */
export function listChildrenOf(
  db: Db,
  membershipId: MembershipId,
  reader: AccountId | null,
): Promise<{ id: ChildId; name: string; label: string; groups: string[] }[]> {
  return db
    .selectFrom('guardianship')
    .innerJoin('child', 'child.id', 'guardianship.child_id')
    .where('guardianship.membership_id', '=', membershipId)
    .where('guardianship.until_at', 'is', null)
    .where('child.left_at', 'is', null)
    .$if(reader !== null, (query) =>
      query.where(
        sql<boolean>`exists (select from group_child gc
          join teaching t on t.group_id = gc.group_id
          join membership m on m.id = t.membership_id
          where gc.child_id = child.id and gc.until_at is null
            and m.account_id = ${reader} and m.ended_at is null and m.confirmed_at is not null)`,
      ),
    )
    .select([
      'child.id',
      'child.name',
      'guardianship.label',
      sql<string[]>`array(select g.name from group_child gc join "group" g on g.id = gc.group_id
        where gc.child_id = child.id and gc.until_at is null and g.archived_at is null order by g.place)`.as('groups'),
    ])
    .orderBy('child.name')
    .execute()
}

export function listOtherRoles(
  db: Db,
  where: { organizationId: OrganizationId; accountId: AccountId; membershipId: MembershipId },
): Promise<{ membershipId: MembershipId; role: Role }[]> {
  return db
    .selectFrom('membership')
    .where('organization_id', '=', where.organizationId)
    .where('account_id', '=', where.accountId)
    .where('id', '!=', where.membershipId)
    .where('ended_at', 'is', null)
    .select(['id as membershipId', 'role'])
    .execute()
}

/** Group chats only: whom somebody writes to directly is nobody's business. */
export function listChatsOf(
  db: Db,
  where: { organizationId: OrganizationId; accountId: AccountId; reader: AccountId; seesAll: boolean },
): Promise<{ id: ChatId; title: string; isReadersToo: boolean }[]> {
  const isReaders = sql<boolean>`exists (
    select from chat_member own where own.chat_id = chat.id and own.account_id = ${where.reader})`
  return db
    .selectFrom('chat_member')
    .innerJoin('chat', 'chat.id', 'chat_member.chat_id')
    .leftJoin('group', 'group.id', 'chat.bound_group_id')
    .where('chat_member.account_id', '=', where.accountId)
    .where('chat.organization_id', '=', where.organizationId)
    .where('chat.kind', '=', 'group')
    .where((eb) => (where.seesAll ? eb.or([eb('chat.bound_to', 'is not', null), isReaders]) : eb.and([isReaders])))
    .select(['chat.id', sql<string>`coalesce("group".name, chat.title)`.as('title'), isReaders.as('isReadersToo')])
    .orderBy('title')
    .limit(100)
    .execute()
}

export async function countDevices(db: Db, accountId: AccountId): Promise<number> {
  const { count } = await db
    .selectFrom('session')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Of the same full name, and tied to a child that this one is tied to. */
export function listTwins(
  db: Db,
  membershipId: MembershipId,
): Promise<{ membershipId: MembershipId; label: string }[]> {
  return db
    .selectFrom('guardianship as own')
    .innerJoin('guardianship as other', 'other.child_id', 'own.child_id')
    .innerJoin('membership', 'membership.id', 'own.membership_id')
    .innerJoin('membership as twin', (join) =>
      join
        .onRef('twin.id', '=', 'other.membership_id')
        .onRef('twin.searched_name', '=', 'membership.searched_name')
        .onRef('twin.account_id', '<>', 'membership.account_id'),
    )
    .innerJoin('person', 'person.membership_id', 'twin.id')
    .where('own.membership_id', '=', membershipId)
    .where('own.until_at', 'is', null)
    .where('other.until_at', 'is', null)
    .where('twin.ended_at', 'is', null)
    .select(['twin.id as membershipId', 'person.label'])
    .distinct()
    .orderBy('twin.id')
    .execute()
}
