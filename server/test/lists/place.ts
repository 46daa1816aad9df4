import type { ChildId, GroupId, MembershipId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { createThings, type Things } from '../walk/things.ts'
import type { World } from '../world.ts'

type Person = Awaited<ReturnType<World['person']>>

/** Whoever looks: the roles of the walk, and those whom a list forgets most easily. */
export type Reader = Person & { readonly actor: Actor }

/**
 * Two organizations with one of everything in each. The first has besides another group with its own teacher and parent,
 * a teacher who is a parent, a child and its parent who have left, a teacher who works there no more.
 */
export async function seedPlaces(world: World) {
  const here = await createThings(world)
  const elsewhere = await createThings(world, here)
  const { groupId, otherGroupId } = here
  const join = joining(world, here)
  const [oursToo, theirs, gone] = [
    await seedChild(world, here, 'Соня К.', groupId),
    await seedChild(world, here, 'Оля П.', otherGroupId),
    await seedChild(world, here, 'Лев У.', groupId),
  ]
  await seedArchived(world, here)
  const people = {
    ...here.people,
    'head': await join('management', { is_head: true }),
    'teacher of another group': await join('teacher', { attached: [otherGroupId] }),
    'parent of another group': await join('parent', { children: [theirs] }),
    'teacher and parent': await join('teacher', { children: [theirs], attached: [groupId] }),
    'former teacher': await join('teacher', { attached: [groupId], isOver: true }),
    'former parent': await join('parent', { children: [gone], isOver: true }),
  }
  await world.db.updateTable('child').where('id', '=', gone).set({ left_at: new Date() }).execute()
  await world.db.updateTable('group_child').where('child_id', '=', gone).set({ until_at: new Date() }).execute()
  for (const childId of [oursToo, theirs]) {
    await here.people.admin.request({
      method: 'PUT',
      url: `/api/groups/${childId === theirs ? otherGroupId : groupId}/invitations`,
      payload: { childIds: [childId] },
    })
  }
  const readers = Object.fromEntries(
    Object.entries(people).map(([role, person]) => [
      role,
      { ...person, actor: { ...person, isOperator: role === 'operator' } },
    ]),
  )
  return { here, elsewhere, readers }
}

export type Places = Awaited<ReturnType<typeof seedPlaces>>

async function seedChild({ db }: World, { organizationId }: Things, name: string, groupId: GroupId): Promise<ChildId> {
  const { id } = await db
    .insertInto('child')
    .values({ id: crypto.randomUUID() as ChildId, organization_id: organizationId, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('group_child').values({ child_id: id, group_id: groupId }).execute()
  return id
}

async function seedArchived({ db }: World, { organizationId }: Things): Promise<void> {
  const id = crypto.randomUUID() as GroupId
  const group = { id, organization_id: organizationId, kind: 'class', name: 'Выпуск', archived_at: new Date() } as const
  await db.insertInto('group').values(group).execute()
}

type Belonging = {
  readonly is_head?: boolean
  readonly attached?: readonly GroupId[]
  readonly children?: readonly ChildId[]
  readonly isOver?: boolean
}

function joining(world: World, { organizationId }: Things) {
  const { db } = world
  return async (
    role: 'management' | 'teacher' | 'parent',
    { is_head = false, attached = [], children = [], isOver = false }: Belonging,
  ): Promise<Person> => {
    const person = await world.person()
    const make = async (as: typeof role): Promise<MembershipId> => {
      const id = crypto.randomUUID() as MembershipId
      const who = { id, organization_id: organizationId, account_id: person.accountId, role: as, is_head }
      const confirmed_at = as === 'parent' ? null : new Date()
      const ended_at = isOver ? new Date() : null
      await db
        .insertInto('membership')
        .values({ ...who, confirmed_at, ended_at })
        .execute()
      return id
    }
    const membershipId = await make(role)
    // The ties of somebody who has gone are left to lie: it is the membership that ended.
    for (const group_id of attached) {
      await db.insertInto('group_teacher').values({ group_id, membership_id: membershipId, duty: 'lead' }).execute()
    }
    if (children.length === 0) return person
    const asParent = role === 'parent' ? membershipId : await make('parent')
    for (const child_id of children) {
      await db.insertInto('guardianship').values({ child_id, membership_id: asParent, label: 'мама' }).execute()
    }
    return person
  }
}
