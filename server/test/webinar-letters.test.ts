import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWebinarWorld, DAY, HOUR, MINUTE } from './webinar-world.ts'

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
  place.outbox.messages.length = 0
  await place.world.db.deleteFrom('webinar_registration').execute()
  await place.world.db.deleteFrom('webinar').execute()
})

test('the line moves up by itself: when a seat is given back, when there are more, when somebody leaves', async () => {
  const { id, rev } = await place.announced({ seats: 1 })
  const people = []
  for (let at = 0; at < 4; at++) people.push(await garden.teacher())
  const [first, second, third, fourth] = people
  if (!first || !second || !third || !fourth) throw new Error('Nobody')
  await place.mailTo(second, 'second@example.org')
  for (const who of people) {
    place.time.at = new Date(place.time.at.getTime() + MINUTE)
    await place.register(who, id)
  }
  await place.withdraw(first, id)
  expect((await place.seen(second, id)).own).toMatchObject({ state: 'registered' })
  await place.world.runJobs()
  expect(place.outbox.messages.map(({ to, subject }) => [to, subject])).toEqual([
    ['second@example.org', 'Для вас есть место: Первые шаги'],
  ])
  expect((await place.withdraw(first, id)).statusCode).toBe(200)

  await place.save({ seats: 2, rev }, id)
  expect((await place.seen(third, id)).own).toMatchObject({ state: 'registered' })

  await place.world.db
    .updateTable('membership')
    .where('account_id', '=', second.accountId)
    .set({ ended_at: START })
    .execute()
  await place.lookAfter()
  expect((await place.seen(fourth, id)).own).toMatchObject({ state: 'registered' })
  expect((await place.peopleOf(id)).map(({ accountId }) => accountId)).toEqual([third.accountId, fourth.accountId])
})

test('moved or called off, everybody registered is told once, those in the line too', async () => {
  const { id, rev } = await place.announced({ seats: 1 })
  const [seated, waiting] = [await garden.teacher(), await another.teacher()]
  await place.mailTo(seated, 'seated@example.org')
  await place.mailTo(waiting, 'waiting@example.org')
  await place.register(seated, id)
  await place.register(waiting, id)
  await place.save({ seats: 1, place: 'Школа № 7', rev }, id)
  await place.world.runJobs()
  await place.world.hurryJobs()
  expect(place.outbox.messages.map(({ to }) => to).sort()).toEqual(['seated@example.org', 'waiting@example.org'])
  expect(place.outbox.messages[0]?.text).toContain('Место: Школа № 7.')
  place.outbox.messages.length = 0

  await place.cancel(id)
  expect((await place.cancel(id)).statusCode).toBe(200)
  expect((await place.cancel(id, 'Передумали')).json()).toMatchObject({ code: 'webinar-cancelled' })
  await place.world.runJobs()
  await place.world.hurryJobs()
  expect(place.outbox.messages.map(({ subject }) => subject)).toEqual([
    'Отменено: Первые шаги',
    'Отменено: Первые шаги',
  ])
  expect(await place.seen(seated, id)).toMatchObject({ state: 'cancelled', word: 'Болезнь ведущего' })
  expect((await place.register(seated, id, 'Другое Имя')).json()).toMatchObject({ code: 'webinar-cancelled' })
})

test('it reminds a day and an hour before, once each, only those who have a seat', async () => {
  const { id, startsAt } = await place.announced({ seats: 1 })
  const [seated, waiting] = [await garden.teacher(), await garden.teacher()]
  await place.mailTo(seated, 'seated@example.org')
  await place.mailTo(waiting, 'waiting@example.org')
  await place.register(seated, id)
  await place.register(waiting, id)
  const told = async (before: number) => {
    place.time.at = new Date(Date.parse(startsAt) - before)
    await place.lookAfter()
    await place.lookAfter()
    await place.world.hurryJobs()
    return place.outbox.messages.splice(0).map(({ to, subject }) => `${to}: ${subject}`)
  }
  expect(await told(2 * DAY)).toEqual([])
  expect(await told(DAY - MINUTE)).toEqual(['seated@example.org: Завтра: Первые шаги'])
  expect(await told(HOUR - MINUTE)).toEqual(['seated@example.org: Через час: Первые шаги'])
})
