import { randomUUID } from 'node:crypto'
import { type ChatMember, departureEndpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

test('whoever leaves the staff and stays as a parent keeps no order in a chat any more', async () => {
  const place = await seedOrganization(world)
  const [admin, groupId, colleague] = [await place.admin(), await place.group('Ромашка'), await place.teacher()]
  await place.parent([await place.child('Дочка', groupId)], 'мама Дочки', colleague)
  const chatId = randomUUID()
  const put = (url: string, payload?: object) => admin.request({ method: 'PUT', url, ...(payload && { payload }) })
  const membershipIds = [colleague.membershipId]
  await put(`/api/organizations/${place.id}/group-chats/${chatId}`, { title: 'Утренник', membershipIds })
  expect((await put(`/api/chats/${chatId}/moderators/${colleague.accountId}`)).statusCode).toBe(200)

  const { membershipId } = colleague
  const departure = pathOf(departureEndpoints.leave, { organizationId: place.id, membershipId })
  expect((await put(departure, { groups: [], chatsTo: null, linksTo: null })).statusCode).toBe(200)

  const { members } = (await admin.request({ url: `/api/chats/${chatId}/members` })).json<{ members: ChatMember[] }>()
  expect(members.find(({ accountId }) => accountId === colleague.accountId)?.role).toBe('member')
})
