import type { ChildId, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { seedOrganization } from '../organization-seed.ts'
import type { World } from '../world.ts'
import { type insiders, type Role, signedIn } from './roles.ts'

export type Person = Awaited<ReturnType<World['person']>>
export type People = Record<Exclude<Role, 'nobody'>, Person>

export type Ids = {
  readonly organizationId: OrganizationId
  readonly groupId: GroupId
  readonly otherGroupId: GroupId
  readonly childId: ChildId
  readonly memberships: Record<(typeof insiders)[number], MembershipId>
}

export type Base = Awaited<ReturnType<typeof createBase>>

/** One organization with somebody of each role, and another one for `elsewhere`. */
export async function createBase(world: World) {
  const people = {} as People
  for (const role of signedIn) people[role] = await world.person({ isOperator: role === 'operator' })
  const elsewhere = await seedOrganization(world)
  await elsewhere.deputy(people.elsewhere)

  const organization = await seedOrganization(world)
  const [groupId, otherGroupId] = [await organization.group('Младшая'), await organization.group('Старшая')]
  const childId = await organization.child('Ваня К.', groupId)
  const attached = { groups: [groupId] }
  const memberships: Ids['memberships'] = {
    admin: (await organization.admin(people.admin)).membershipId,
    management: (await organization.deputy(people.management)).membershipId,
    teacher: (await organization.teacher({ ...attached, who: people.teacher })).membershipId,
    unconfirmed: (await organization.teacher({ ...attached, who: people.unconfirmed, isConfirmed: false }))
      .membershipId,
    parent: (await organization.parent([childId], 'мама Вани', people.parent)).membershipId,
  }
  const ids: Ids = { organizationId: organization.id, groupId, childId, otherGroupId, memberships }
  return { world, people, organization, ids }
}
