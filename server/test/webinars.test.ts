import { randomUUID } from 'node:crypto'
import type { Webinar, WebinarPlan } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWebinarWorld, MINUTE } from './webinar-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createWebinarWorld>>
let garden: Awaited<ReturnType<typeof seedOrganization>>
let another: typeof garden
beforeAll(async () => {
  place = await createWebinarWorld()
  garden = await seedOrganization(place.world)
  another = await seedOrganization(place.world, { name: 'Школа № 5' })
})
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  await place.world.db.deleteFrom('webinar_registration').execute()
  await place.world.db.deleteFrom('webinar').execute()
})

test('a draft is nobody’s but the operators’; announced, those see it whose role it is for, wherever they are', async () => {
  const { id } = await place.drafted()
  const [teacher, elsewhere, newcomer] = [
    await garden.teacher(),
    await another.teacher(),
    await garden.teacher({ isConfirmed: false }),
  ]
  const parent = await garden.parent([await garden.child('Ваня К.', await garden.group('Младшая'))])
  expect((await place.get(teacher, id)).statusCode).toBe(404)
  expect((await place.register(teacher, id)).statusCode).toBe(404)

  await place.publish(id)
  for (const who of [teacher, elsewhere, await garden.head(), await garden.admin()]) {
    expect(await place.seen(who, id)).toMatchObject({ state: 'published', own: null, abilities: { register: true } })
    expect(await place.titlesOf(who)).toEqual({ ahead: ['Первые шаги'], past: [] })
  }
  for (const who of [parent, newcomer]) {
    expect((await place.get(who, id)).statusCode).toBe(404)
    expect(await place.titlesOf(who)).toEqual({ ahead: [], past: [] })
  }
  expect((await place.register(place.operator, id)).statusCode).toBe(403)
})

test('all that is wrong with a plan is said at once', async () => {
  const bad = await place.save({ title: ' ', place: '', from: '16:00', until: '15:00', roles: [], timeZone: 'Луна' })
  const found = bad.json<{ errors: { pointer: string; code: string }[] }>().errors
  expect(Object.fromEntries(found.map(({ pointer, code }) => [pointer, code]))).toMatchObject({
    '#/title': 'required',
    '#/roles': 'required',
    '#/timeZone': 'unknown-time-zone',
  })
  expect((await place.save({ place: '' })).json()).toMatchObject({ errors: [{ pointer: '#/place', code: 'required' }] })
  expect((await place.save({ day: '2026-11-20' })).json()).toMatchObject({
    errors: [{ pointer: '#/day', code: 'past' }],
  })
})

test('said again, nothing changes; from an outdated page nothing is lost', async () => {
  const id = randomUUID()
  const first = (await place.save({}, id)).json<WebinarPlan>()
  expect((await place.save({}, id)).json<WebinarPlan>().rev).toBe(first.rev)
  expect((await place.save({ seats: 20, rev: 1 }, id)).json<WebinarPlan>()).toMatchObject({ seats: 20, rev: 2 })
  expect((await place.save({ seats: 20, rev: 1 }, id)).statusCode).toBe(200)
  expect((await place.save({ seats: 30, rev: 1 }, id)).json()).toMatchObject({ code: 'webinar-changed' })
  expect((await place.publish(id, 1)).json()).toMatchObject({ code: 'webinar-changed' })
  await place.publish(id, 2)
  expect((await place.publish(id, 2)).statusCode).toBe(200)
  expect((await place.remove(id)).json()).toMatchObject({ code: 'webinar-published' })
})

test('a draft is deleted, and does not come back from another page', async () => {
  const { id, rev } = await place.drafted()
  expect((await place.remove(id)).statusCode).toBe(200)
  expect((await place.save({ rev }, id)).statusCode).toBe(404)
})

test('of many who want the last seat at once one has it, and the others stand in one line', async () => {
  const { id } = await place.announced({ seats: 1 })
  const people = await Promise.all(Array.from({ length: 6 }, () => garden.teacher()))
  const answers = await Promise.all(people.map((who) => place.register(who, id)))
  const own = answers.map((answer) => answer.json<Webinar>().own)
  expect(own.filter((one) => one?.state === 'registered')).toHaveLength(1)
  const inLine = await Promise.all(people.map(async (who) => (await place.seen(who, id)).own))
  const places = inLine.flatMap((one) => (one?.state === 'waiting' ? [one.ahead] : []))
  expect(places.sort()).toEqual([0, 1, 2, 3, 4])
  expect(await place.seen(place.operator, id)).toMatchObject({ taken: 1, inLine: 5 })
})

test('whoever registers is called as they confirm it, and may put it right; nobody else learns it', async () => {
  const { id } = await place.announced()
  const teacher = await garden.teacher()
  await place.register(teacher, id, '  Иванова   Мария ')
  await place.register(teacher, id, 'Иванова Мария Сергеевна')
  expect(await place.peopleOf(id)).toMatchObject([
    { name: 'Иванова Мария Сергеевна', position: 'воспитатель', state: 'registered' },
  ])
  const noName = await place.register(teacher, id, ' 42 ')
  expect(noName.json()).toMatchObject({ errors: [{ pointer: '#/name', code: 'no-letters' }] })
  expect(JSON.stringify(await place.seen(await garden.teacher(), id))).not.toContain('Иванова')
})

test('once it has begun seats are neither taken nor given back; over, it is remembered by whoever was there', async () => {
  const { id, startsAt, endsAt } = await place.announced()
  const teacher = await garden.teacher()
  await place.register(teacher, id)
  place.time.at = new Date(Date.parse(startsAt) + MINUTE)
  expect((await place.withdraw(teacher, id)).json()).toMatchObject({ code: 'webinar-begun' })
  place.time.at = new Date(endsAt)
  expect(await place.titlesOf(teacher)).toEqual({ ahead: [], past: ['Первые шаги'] })
  expect((await place.save({ seats: 5, rev: 2 }, id)).json()).toMatchObject({ code: 'webinar-over' })
  await place.world.db
    .updateTable('membership')
    .where('account_id', '=', teacher.accountId)
    .set({ ended_at: START })
    .execute()
  expect(await place.titlesOf(teacher)).toEqual({ ahead: [], past: ['Первые шаги'] })
  expect((await place.get(teacher, id)).statusCode).toBe(200)
})

test('a file for one’s own calendar says when and where', async () => {
  const { id } = await place.announced()
  const { body, headers } = await place.ask(await garden.teacher(), 'GET', `/api/webinars/${id}/webinar.ics`)
  expect(headers['content-type']).toContain('text/calendar')
  expect(body).toContain('DTSTART:20261210T120000Z')
  expect(body.replaceAll('\r\n ', '')).toContain('LOCATION:Дом учителя\\, зал 2')
  expect(body.replaceAll('\r\n ', '')).toContain(`/webinars/${id}`)
})

test('the journal names who did what, and nothing of what was written', async () => {
  const { id } = await place.announced()
  const teacher = await garden.teacher()
  await place.register(teacher, id)
  await place.withdraw(teacher, id)
  const entries = await place.world.db
    .selectFrom('audit_entry')
    .where('subject_id', '=', id)
    .select(['action', 'account_id', 'details'])
    .orderBy('id')
    .execute()
  expect(entries.map(({ action }) => action)).toEqual([
    'webinar.drafted',
    'webinar.published',
    'webinar.registered',
    'webinar.withdrawn',
  ])
  expect(entries.every(({ details }) => Object.keys(details as object).length === 0)).toBe(true)
})
