import type { Broadcast, BroadcastId, Question, RecordingId, Waiting } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { spectator } from './broadcast-world.ts'
import { seedOrganization } from './organization-seed.ts'
import { recordist } from './recording-world.ts'
import { createWebinarWorld, HOUR, MINUTE, type Someone } from './webinar-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createWebinarWorld>>
let garden: Awaited<ReturnType<typeof seedOrganization>>
beforeAll(async () => {
  place = await createWebinarWorld()
  garden = await seedOrganization(place.world)
})
afterAll(() => place.world.close())
beforeEach(() => {
  place.time.at = START
})

const online = { kind: 'online', place: '' }
const planOf = async (id: string) => {
  const plan = await place.seen(place.operator, id)
  if (!plan.broadcastId) throw new Error('No broadcast')
  return { ...plan, broadcast: { id: plan.broadcastId } as Broadcast }
}
/** As if LiveKit were here: without it nobody can begin. */
const goOnAir = (id: BroadcastId) =>
  place.world.db
    .updateTable('broadcast')
    .where('id', '=', id)
    .set({ state: 'live', started_at: place.time.at })
    .execute()
const waitingFor = async (who: Pick<Someone, 'request'>) =>
  (await who.request({ url: '/api/me/waiting' })).json<Waiting>().broadcasts

test('whoever has a seat meets its broadcast, whoever waits for one or has none does not; only operators run it', async () => {
  const { id } = await place.announced({ ...online, seats: 1 })
  const { broadcast } = await planOf(id)
  const [seated, waiting, other] = [await garden.teacher(), await garden.teacher(), await garden.admin()]
  await place.register(seated, id, 'Иванова Мария Сергеевна')
  await place.register(waiting, id)
  expect((await place.seen(seated, id)).broadcastId).toBe(broadcast.id)
  expect((await place.seen(waiting, id)).broadcastId).toBeNull()
  for (const who of [waiting, other]) expect((await spectator(who).get(broadcast)).statusCode).toBe(404)
  expect((await spectator(seated).start(broadcast)).statusCode).toBe(403)
  expect((await spectator(place.operator).start(broadcast)).json()).toMatchObject({ code: 'broadcast-early' })
  expect((await spectator(place.operator).cancel(broadcast)).statusCode).toBe(403)

  await goOnAir(broadcast.id)
  await spectator(seated).ask(broadcast, 'Как позвать родителей?')
  const asked = await spectator(place.operator).questions(broadcast)
  expect(asked.map(({ asker }: Question) => asker)).toMatchObject([{ name: 'Иванова Мария Сергеевна' }])
  expect((await spectator(waiting).ask(broadcast, 'Слышно?')).statusCode).toBe(404)

  await place.withdraw(seated, id)
  expect((await spectator(seated).get(broadcast)).statusCode).toBe(404)
  expect((await spectator(waiting).get(broadcast)).statusCode).toBe(200)
})

test('no organization lists it or may change it, though its head has a seat', async () => {
  const { id } = await place.announced(online)
  const { broadcast } = await planOf(id)
  const head = await garden.head()
  await place.register(head, id)
  const list = await head.request({ url: `/api/organizations/${garden.id}/broadcasts` })
  expect(list.body).not.toContain(broadcast.id)
  const url = `/api/organizations/${garden.id}/broadcasts/${broadcast.id}`
  const payload = { title: 'Моя', audience: { kind: 'all' }, plannedAt: null }
  expect((await head.request({ method: 'PUT', url, payload })).statusCode).toBe(404)
})

test('it follows the webinar: moved, held at a place, called off', async () => {
  const { id, rev } = await place.announced(online)
  const { broadcast } = await planOf(id)
  await place.save({ ...online, day: '2026-12-11', rev }, id)
  expect(await spectator(place.operator).read(broadcast)).toMatchObject({ plannedAt: '2026-12-11T12:00:00.000Z' })
  await place.save({ day: '2026-12-11', rev: rev + 1 }, id)
  expect(await spectator(place.operator).read(broadcast)).toMatchObject({ state: 'cancelled' })
  await place.save({ ...online, day: '2026-12-11', rev: rev + 2 }, id)
  expect(await spectator(place.operator).read(broadcast)).toMatchObject({ id: broadcast.id, state: 'planned' })
  await place.cancel(id)
  expect(await spectator(place.operator).read(broadcast)).toMatchObject({ state: 'cancelled' })
})

test('on the air nothing is changed or called off any more; its end is the end of the webinar, however late', async () => {
  const { id, rev, startsAt, endsAt } = await place.announced({ ...online, title: 'Звонки' })
  const { broadcast } = await planOf(id)
  const [teacher, late] = [await garden.teacher(), await garden.teacher()]
  await place.register(teacher, id)
  place.time.at = new Date(Date.parse(startsAt) - 10 * MINUTE)
  expect(await waitingFor(teacher)).toMatchObject([{ id: broadcast.id, organizationId: null, state: 'planned' }])
  expect(await waitingFor(late)).toEqual([])
  await goOnAir(broadcast.id)
  expect(await place.seen(teacher, id)).toMatchObject({ isOnAir: true, state: 'published' })
  expect((await place.save({ ...online, title: 'Иначе', rev }, id)).json()).toMatchObject({ code: 'webinar-begun' })
  expect((await place.cancel(id)).json()).toMatchObject({ code: 'webinar-begun' })

  place.time.at = new Date(Date.parse(endsAt) + HOUR)
  expect((await place.register(late, id)).statusCode).toBe(200)
  await spectator(place.operator).end(broadcast)
  expect(await place.seen(teacher, id)).toMatchObject({ isOnAir: false, state: 'over' })
  expect((await place.titlesOf(teacher)).past).toContain('Звонки')
})

test('what was recorded of it is played by whoever had a seat and kept by operators; it belongs to no organization', async () => {
  const { id } = await place.announced({ ...online, seats: 1 })
  const { broadcast } = await planOf(id)
  const [seated, waiting] = [await garden.teacher(), await garden.teacher()]
  await place.register(seated, id)
  await place.register(waiting, id)
  await goOnAir(broadcast.id)
  expect((await spectator(place.operator).read(broadcast)).abilities.record).toBe(true)
  const recording = { id: newId<RecordingId>() }
  await place.world.db
    .insertInto('recording')
    .values({
      ...{ ...recording, owner: 'broadcast', room: broadcast.id, organization_id: null, title: 'Первые шаги' },
      ...{ state: 'ready', started_by: place.operator.accountId, started_at: START, stopped_at: START },
    })
    .execute()

  const listed = (who: Pick<Someone, 'request'>) => who.request({ url: `/api/broadcasts/${broadcast.id}/recordings` })
  expect((await listed(seated)).json()).toMatchObject({ recordings: [recording], mayKeep: false })
  expect((await listed(place.operator)).json()).toMatchObject({ recordings: [recording], mayKeep: true })
  expect((await listed(waiting)).statusCode).toBe(404)
  expect((await recordist(seated, broadcast).start()).statusCode).toBe(403)
  expect((await recordist(seated, broadcast).remove(recording)).statusCode).toBe(403)
  expect((await recordist(place.operator, broadcast).remove(recording)).statusCode).toBe(200)
  expect((await listed(seated)).json()).toMatchObject({ recordings: [{ ...recording, state: 'deleted' }] })
})

test('whoever has a seat at a place is told so over every page some hours before, and nobody else', async () => {
  const { id, title } = await place.announced({ seats: 1 })
  const [seated, waiting] = [await garden.teacher(), await garden.teacher()]
  await place.register(seated, id)
  await place.register(waiting, id)
  const seminarsOf = async (who: Pick<Someone, 'request'>) =>
    (await who.request({ url: '/api/me/waiting' })).json<Waiting>().seminars
  const begins = new Date('2026-12-10T12:00:00Z').getTime()

  place.time.at = new Date(begins - 3 * HOUR - MINUTE)
  expect(await seminarsOf(seated)).toEqual([])
  place.time.at = new Date(begins - 3 * HOUR)
  expect(await seminarsOf(seated)).toMatchObject([{ id, title, place: place.usual.place, timeZone: 'Europe/Moscow' }])
  expect(await seminarsOf(waiting)).toEqual([])
  place.time.at = new Date(begins)
  expect(await seminarsOf(seated)).toEqual([])
})
