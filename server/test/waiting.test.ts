import { randomUUID } from 'node:crypto'
import type { Waiting } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newApplicationToken, putOrder, submit } from './application-seed.ts'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

const nothing: Waiting = {
  confirmations: [],
  joinRequests: [],
  phoneChanges: [],
  posts: [],
  notices: [],
  consents: [],
  meetings: [],
  broadcasts: [],
  seminars: [],
  proposals: [],
  tasks: [],
  tickets: [],
  statisticsReports: [],
  messageReports: [],
  operatorReports: 0,
  comingBackCodes: 0,
  decidedReports: 0,
  operatorTickets: 0,
  answers: 0,
  applications: 0,
  articles: 0,
}

type Asker = Pick<Awaited<ReturnType<World['person']>>, 'request'>
const waitingFor = async ({ request }: Asker) => (await request({ url: '/api/me/waiting' })).json<Waiting>()

test('those who confirm teachers see how many wait, each in their organization; nobody else sees any', async () => {
  const organization = await seedOrganization(world)
  const [admin, teacher, parent] = [
    await organization.admin(),
    await organization.teacher(),
    await organization.parent([]),
  ]
  const newcomer = await organization.teacher({ isConfirmed: false })
  const elsewhere = await (await seedOrganization(world)).admin()
  await newcomer.request({
    method: 'PUT',
    url: `/api/organizations/${organization.id}/confirmations/${randomUUID()}`,
    payload: { position: 'воспитатель', howToCheck: 'Спросите заведующего' },
  })

  expect(await waitingFor(admin)).toEqual({
    ...nothing,
    confirmations: [{ organizationId: organization.id, count: 1 }],
  })
  for (const other of [teacher, parent, newcomer, elsewhere]) {
    expect(await waitingFor(other)).toEqual(nothing)
  }
})

test('operators see how many applications wait; nobody else learns it', async () => {
  const token = newApplicationToken()
  await putOrder(world, token, 'order.pdf')
  await submit(world, token)
  expect(await waitingFor(await world.person({ isOperator: true }))).toMatchObject({ applications: 1 })
  expect(await waitingFor(await world.person())).toMatchObject({ applications: 0 })
})
