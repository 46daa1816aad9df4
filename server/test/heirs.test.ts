import { departureEndpoints, type Group, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

test('whoever leaves hands on nothing that has a lead already, and no group twice: nobody slips in beside', async () => {
  const [sad, elsewhere] = [await seedOrganization(world), await seedOrganization(world)]
  const [admin, head, stranger] = [await sad.admin(), await sad.head(), await elsewhere.teacher()]
  const [own, shared] = [await sad.group('Ромашка'), await sad.group('Василёк')]
  const teacher = await sad.teacher({ groups: [own] })
  for (const { membershipId } of [teacher, head]) {
    const url = `/api/groups/${shared}/teachers/${membershipId}`
    expect((await admin.request({ method: 'PUT', url, payload: { duty: 'lead' } })).statusCode).toBe(200)
  }
  const groups = [
    { groupId: own, to: head.membershipId },
    { groupId: own, to: stranger.membershipId },
    { groupId: shared, to: stranger.membershipId },
  ]
  const { membershipId } = teacher
  const url = pathOf(departureEndpoints.leave, { organizationId: sad.id, membershipId })
  const leave = (chatsTo: string | null) =>
    teacher.request({ method: 'PUT', url, payload: { groups, chatsTo, linksTo: null } })

  const refused = await leave(stranger.membershipId)
  expect(refused.json<{ errors: object[] }>().errors).toMatchObject([{ pointer: '#/chatsTo', code: 'not-a-candidate' }])
  expect((await leave(null)).statusCode).toBe(200)

  for (const id of [own, shared]) {
    const { teachers } = (await admin.request({ url: `/api/groups/${id}` })).json<Group>()
    expect(teachers.map(({ person }) => person.membershipId)).toEqual([head.membershipId])
    expect((await stranger.request({ url: `/api/groups/${id}` })).statusCode).toBe(404)
  }
})
