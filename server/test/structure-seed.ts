import type { AccountId, ChildId, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { createStructurePort } from '#members/index.ts'
import type { Actor } from '#platform/actor.ts'
import { transact, type Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import type { World } from './world.ts'

type In = Pick<World, 'db'>

export async function seedGroup(
  { db }: In,
  organizationId: OrganizationId,
  { kind = 'class', name }: { kind?: 'staff' | 'class'; name?: string } = {},
): Promise<GroupId> {
  const id = newId<GroupId>()
  await db
    .insertInto('group')
    .values({ id, organization_id: organizationId, kind, name: name ?? `Группа ${id}` })
    .execute()
  return id
}

/** A child that is in the group. */
export async function seedChild({ db }: In, organizationId: OrganizationId, groupId: GroupId): Promise<ChildId> {
  const id = newId<ChildId>()
  await db.insertInto('child').values({ id, organization_id: organizationId, name: 'Ваня' }).execute()
  await db.insertInto('group_child').values({ group_id: groupId, child_id: id }).execute()
  return id
}

export async function seedGuardian({ db }: In, childId: ChildId, membershipId: MembershipId): Promise<void> {
  await db
    .insertInto('guardianship')
    .values({ child_id: childId, membership_id: membershipId, label: 'мама Вани' })
    .execute()
}

export async function seedTeacher({ db }: In, groupId: GroupId, membershipId: MembershipId): Promise<void> {
  await db
    .insertInto('group_teacher')
    .values({ group_id: groupId, membership_id: membershipId, duty: 'lead' })
    .execute()
}

/** Changes the structure as its modules do: the port is told at the end of the transaction. */
export async function restructure(
  world: Pick<World, 'db' | 'bus'> & { organizationId: OrganizationId },
  { accountId }: Pick<Actor, 'accountId'>,
  groupIds: GroupId[],
  change: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  const port = createStructurePort(world)
  const { organizationId } = world
  await transact(world.db, async (tx, afterCommit) => {
    await change(tx)
    await port.changed(tx, { accountId }, { organizationId, groupIds }, afterCommit)
  })
}

/** What the view says of a group, and what its chat holds: account, as whom. */
export async function membersBySides({ db }: In, groupId: GroupId): Promise<{ view: AccountId[]; chat: AccountId[] }> {
  const view = await db.selectFrom('group_member').where('group_id', '=', groupId).select('account_id').execute()
  const chat = await db
    .selectFrom('chat_member')
    .innerJoin('chat', 'chat.id', 'chat_member.chat_id')
    .where('bound_group_id', '=', groupId)
    .where('has_entered', '=', false)
    .select('account_id')
    .execute()
  const ids = (rows: { account_id: AccountId }[]) => [...new Set(rows.map((row) => row.account_id))].sort()
  return { view: ids(view), chat: ids(chat) }
}
