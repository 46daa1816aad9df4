import type { AccountId, ChildId, GroupId, MembershipId, OrganizationId, Role } from '@kolosok/contract'
import { createOrganization } from '#organizations/index.ts'
import { newId } from '#platform/new-id.ts'
import type { World } from './world.ts'

type Person = Awaited<ReturnType<World['person']>>
type Belonging = { position?: string; isAdmin?: boolean; isHead?: boolean; isConfirmed?: boolean }

/** A kindergarten with «Педагоги» and nobody in it yet; people, groups and children are put in by hand. */
export async function seedOrganization(world: World, { name = 'МБДОУ детский сад «Колосок»' } = {}) {
  const founder = await world.person()
  const actor = { ...founder, isOperator: false }
  const { id, code, staffGroupId } = await world.db.transaction().execute((tx) =>
    createOrganization(tx, actor, {
      name,
      kind: 'kindergarten',
      inn: '7707083893',
      address: 'Москва, Полевая, 1',
      headName: 'Иванова Анна Петровна',
    }),
  )

  async function join(
    role: Role,
    { position = '', isAdmin = false, isHead = false, isConfirmed = true }: Belonging = {},
    who?: Person,
  ) {
    const person = who ?? (await world.person())
    const membershipId = newId<MembershipId>()
    await world.db
      .insertInto('membership')
      .values({
        id: membershipId,
        organization_id: id,
        account_id: person.accountId,
        role,
        position,
        is_admin: isAdmin,
        is_head: isHead,
        confirmed_at: isConfirmed && role !== 'parent' ? new Date() : null,
      })
      .execute()
    return { ...person, membershipId }
  }

  let place = 0
  return {
    id,
    code,
    staffGroupId,
    admin: (who?: Person) => join('teacher', { isAdmin: true, position: 'старший воспитатель' }, who),
    head: () => join('management', { isHead: true, position: 'заведующий' }),
    deputy: (who?: Person) => join('management', { position: 'заместитель заведующего' }, who),
    /** Attached to groups, if any; confirmed unless said. */
    async teacher({ groups = [], isConfirmed = true, who }: TeacherSeed = {}) {
      const teacher = await join('teacher', { position: 'воспитатель', isConfirmed }, who)
      for (const groupId of groups) await attach(world, groupId, teacher.membershipId)
      return teacher
    },
    async parent(children: readonly ChildId[], label = 'мама', who?: Person) {
      const parent = await join('parent', {}, who)
      for (const childId of children) {
        await world.db
          .insertInto('guardianship')
          .values({ child_id: childId, membership_id: parent.membershipId, label })
          .execute()
      }
      return parent
    },
    async group(groupName: string, kind: 'class' | 'club' = 'class'): Promise<GroupId> {
      const groupId = newId<GroupId>()
      // As the module does: in the order they came, which two ids of one millisecond do not tell.
      place += 1
      await world.db
        .insertInto('group')
        .values({ id: groupId, organization_id: id, kind, name: groupName, place })
        .execute()
      return groupId
    },
    child: (childName: string, groupId: GroupId) => seedChild(world, id, childName, groupId),
  }
}

type TeacherSeed = { groups?: readonly GroupId[]; isConfirmed?: boolean; who?: Person }

export type SeededOrganization = Awaited<ReturnType<typeof seedOrganization>>

async function attach(world: World, groupId: GroupId, membershipId: MembershipId): Promise<void> {
  await world.db
    .insertInto('group_teacher')
    .values({ group_id: groupId, membership_id: membershipId, duty: 'lead' })
    .execute()
}

async function seedChild(world: World, organizationId: OrganizationId, name: string, groupId: GroupId) {
  const childId = newId<ChildId>()
  await world.db.insertInto('child').values({ id: childId, organization_id: organizationId, name }).execute()
  await world.db.insertInto('group_child').values({ child_id: childId, group_id: groupId }).execute()
  return childId
}

/** How somebody is called, for the tests that look at names. */
export async function nameAccount(
  world: World,
  accountId: AccountId,
  [familyName, givenName, patronymic = '']: [string, string, string?],
): Promise<void> {
  await world.db
    .updateTable('account')
    .where('id', '=', accountId)
    .set({ family_name: familyName, given_name: givenName, patronymic })
    .execute()
}
