import { type InvitationId, type MembershipId, type OrganizationOverview } from '@kolosok/contract'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Person = Awaited<ReturnType<World['person']>>
const DAY = 24 * 3600 * 1000

async function overviewOf(person: Person, organizationId: string) {
  const answer = await person.request({ url: `/api/organizations/${organizationId}/overview` })
  return answer.json<OrganizationOverview>()
}

type Link = { childId: string; uses?: number; isRevoked?: boolean; days?: number }

async function seedLink(by: MembershipId, organizationId: string, { childId, uses = 0, isRevoked, days = 14 }: Link) {
  await world.db
    .insertInto('invitation')
    .values({
      id: newId<InvitationId>(),
      organization_id: organizationId as never,
      kind: 'child',
      child_id: childId as never,
      role: 'parent',
      token_hash: randomBytes(32),
      use_limit: 2,
      uses,
      expires_at: new Date(Date.now() + days * DAY),
      created_by: by,
      revoked_at: isRevoked ? new Date() : null,
    })
    .execute()
}

test('the overview tells of each group who leads it, how many have come, and which links wait', async () => {
  const place = await seedOrganization(world)
  const younger = await place.group('Младшая')
  const older = await place.group('Старшая')
  const admin = await place.admin()
  const teacher = await place.teacher({ groups: [younger] })
  const children = []
  for (const name of ['Ваня', 'Катя', 'Дима', 'Оля']) children.push(await place.child(name, younger))
  const [vanya = '', katya = '', dima = '', olya = ''] = children
  await place.parent([vanya as never], 'мама')
  await place.parent([vanya as never], 'папа')
  const link = (given: Link) => seedLink(admin.membershipId, place.id, given)
  await link({ childId: vanya, uses: 2 })
  await link({ childId: katya })
  await link({ childId: dima, days: -1 })
  await link({ childId: olya, isRevoked: true })

  const { groups } = await overviewOf(admin, place.id)
  expect(groups).toEqual([
    {
      id: younger,
      name: 'Младшая',
      leads: ['Имя'],
      childCount: 4,
      familyCount: 1,
      guardianCount: 2,
      links: { invitedCount: 3, unclaimedCount: 1 },
    },
    {
      id: older,
      name: 'Старшая',
      leads: [],
      childCount: 0,
      familyCount: 0,
      guardianCount: 0,
      links: { invitedCount: 0, unclaimedCount: 0 },
    },
  ])
  const seenByTeacher = await overviewOf(teacher, place.id)
  expect(seenByTeacher.groups.map(({ links }) => links !== null)).toEqual([true, false])
})

test('a building that only holds groups misses no teacher', async () => {
  const place = await seedOrganization(world)
  const [building, held] = [await place.group('Корпус 1'), await place.group('Младшая')]
  await world.db.updateTable('group').where('id', '=', held).set({ parent_id: building }).execute()
  const admin = await place.admin()
  expect((await overviewOf(admin, place.id)).groupsWithoutTeacher).toBe(1)

  await place.child('Ваня', building)
  expect((await overviewOf(admin, place.id)).groupsWithoutTeacher).toBe(2)
})
