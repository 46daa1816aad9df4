import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTicketWorld, type Garden, type TicketWorld } from './ticket-world.ts'

let place: TicketWorld
let garden: Garden
beforeAll(async () => (place = await createTicketWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.aheadMs = 0
  garden = await place.newGarden()
})

test('every bad field is named at once; nobody asks the desk they answer at', async () => {
  const { parent, admin } = garden
  const bad = (await garden.tryToAsk(parent, { subject: ' ', text: '', email: 'не почта' })).json<{
    errors: { pointer: string; code: string }[]
  }>()
  expect(bad.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['#/subject', 'required'],
    ['#/text', 'required'],
    ['#/email', expect.any(String)],
  ])
  expect((await garden.tryToAsk(admin)).json()).toMatchObject({ errors: [{ pointer: '#/desk', code: 'own-desk' }] })
  expect((await garden.tryToAsk(admin, { desk: 'platform' })).statusCode).toBe(200)
  const stranger = await place.world.person()
  expect((await garden.tryToAsk(stranger)).statusCode).toBe(404)
  const payload = { desk: 'platform', subject: 'Не пускает', text: 'Я новый' }
  expect((await place.put(stranger, `/api/tickets/${randomUUID()}`, payload)).statusCode).toBe(200)
})

test('a flood is held up, and goes on after a while', async () => {
  const { parent } = garden
  for (let n = 0; n < 5; n += 1) await garden.ask(parent)
  const held = await garden.tryToAsk(parent)
  expect(held.statusCode).toBe(429)
  expect(held.json<{ params: { seconds: number } }>().params.seconds).toBeGreaterThan(0)
  place.time.aheadMs = 11 * 60_000
  expect((await garden.tryToAsk(parent)).statusCode).toBe(200)
})

test('whoever has twenty open ones is asked to write into one of them', async () => {
  const { parent } = garden
  for (let n = 0; n < 20; n += 1) {
    // Days apart: this is about how many are open, not about how quickly they come.
    place.time.aheadMs += 24 * 3600_000
    await garden.ask(parent)
  }
  place.time.aheadMs += 24 * 3600_000
  expect((await garden.tryToAsk(parent)).json()).toMatchObject({ code: 'too-many-tickets' })
})

test('the answer comes by mail to whoever wanted that, and the desk hears that something waits', async () => {
  const { parent, admin } = garden
  await place.world.db
    .updateTable('account')
    .where('id', '=', admin.accountId)
    .set({ email: 'admin@kolosok.example' })
    .execute()
  const id = await garden.ask(parent, { email: 'Mama@example.org', subject: 'Где чат?', text: 'Секрет' })
  await place.world.runJobs()
  const told = place.outbox.lastTo('admin@kolosok.example')
  expect(told.text).toContain('Где чат?')
  expect(told.text).not.toContain('Секрет')

  await place.say(admin, id, { kind: 'note', text: 'Не для неё' })
  await place.say(admin, id, { text: 'Вернула <b>вас</b>' })
  await place.world.runJobs()
  const answer = place.outbox.lastTo('mama@example.org')
  expect(answer.subject).toMatch(/^Ответ на обращение № \d+: Где чат\?$/)
  expect(answer.text).toContain('Вернула <b>вас</b>')
  expect(answer.html).toContain('Вернула &lt;b&gt;вас&lt;/b&gt;')
  expect(answer.html).toContain(`/help/${id}`)
})

test('the id of something said is no new ticket’s', async () => {
  const { parent } = garden
  const id = await garden.ask(parent)
  const said = randomUUID()
  expect((await place.say(parent, id, {}, said)).statusCode).toBe(200)
  expect((await garden.tryToAsk(parent, {}, said)).statusCode).toBe(404)
})
