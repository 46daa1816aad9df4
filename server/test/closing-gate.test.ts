import { type Endpoint, endpoints, type Message, type TicketId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { homeless, homes } from '#closings/index.ts'
import { newId } from '#platform/new-id.ts'
import { type ClosingWorld, createClosingWorld } from './closing-world.ts'

let world: ClosingWorld
beforeAll(async () => (world = await createClosingWorld()))
afterAll(() => world.close())

test('a closed organization takes no word to its administrators any more, no incident and no decision; the platform’s support hears everybody', async () => {
  const [ticketId, asked] = [newId<TicketId>(), newId<TicketId>()]
  const ticket = { desk: 'organization', organizationId: world.organizationId, subject: 'Кружок', text: 'Когда он?' }
  expect((await world.put(world.mother, `/api/tickets/${asked}`, ticket)).statusCode).toBe(200)
  const chatId = await world.chat([world.anna, world.mother])
  const message = (await world.anna.post(chatId, { text: 'Грубость' })).json<Message>()
  const report = `/api/chats/${chatId}/messages/${message.id}/report`
  await world.put(world.mother, report, { reason: 'insult' })
  const reports = world.db.selectFrom('message_report').where('message_id', '=', message.id)
  const { id: reportId } = await reports.select('id').executeTakeFirstOrThrow()
  await world.closeOrganization()

  const closed = { code: 'organization-closed' }
  const support = { ...ticket, desk: 'platform', organizationId: world.organizationId }
  expect((await world.put(world.mother, `/api/tickets/${ticketId}`, ticket)).json()).toMatchObject(closed)
  expect((await world.put(world.mother, `/api/tickets/${ticketId}`, support)).statusCode).toBe(200)
  const entry = { text: 'Ещё вопрос' }
  expect((await world.put(world.mother, `/api/tickets/${asked}/entries/${newId()}`, entry)).json()).toMatchObject(
    closed,
  )
  expect((await world.put(world.mother, `/api/tickets/${ticketId}/entries/${newId()}`, entry)).statusCode).toBe(200)
  const decision = { verdict: 'deleted' }
  expect((await world.put(world.admin, `/api/message-reports/${reportId}/decision`, decision)).json()).toMatchObject(
    closed,
  )
  const incident = await world.put(world.admin, `/api/incidents/${newId()}`, {
    ...{ organizationId: world.organizationId, noticedAt: new Date().toISOString(), happened: 'Потерян телефон' },
    ...{ data: 'Список', people: '20', cause: '', harm: '', measures: '', contact: '', culprits: '' },
  })
  expect(incident.json(), incident.body).toMatchObject(closed)
})

test('every parameter of what changes something has been decided about: whose it is, or nobody’s', () => {
  const all: Endpoint[] = Object.values(endpoints).flatMap((domain) => Object.values(domain) as Endpoint[])
  const changing = all.filter(({ method, access }) => method !== 'GET' && access === 'account')
  const names = new Set(changing.flatMap(({ path }) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')))
  expect([...names].filter((name) => homes[name] === undefined && !homeless.includes(name))).toEqual([])
})
