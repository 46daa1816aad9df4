import type { WebinarPerson } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BusEvent } from '../src/platform/bus.ts'
import { seedOrganization } from './organization-seed.ts'
import { createWebinarWorld, HOUR, MINUTE, type Someone } from './webinar-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createWebinarWorld>>
let garden: Awaited<ReturnType<typeof seedOrganization>>
const events: BusEvent[] = []
beforeAll(async () => {
  place = await createWebinarWorld()
  garden = await seedOrganization(place.world)
  place.world.bus.listen((event) => events.push(event))
})
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  place.outbox.messages.length = 0
  await place.world.db.deleteFrom('webinar_registration').execute()
  await place.world.db.deleteFrom('broadcast').execute()
  await place.world.db.deleteFrom('webinar').execute()
})

const belong = ({ accountId }: Someone, endedAt: Date | null) =>
  place.world.db.updateTable('membership').where('account_id', '=', accountId).set({ ended_at: endedAt }).execute()
const registered = async (...people: readonly Someone[]) => {
  const { id } = await place.announced({ seats: 1 })
  for (const who of people) {
    place.time.at = new Date(place.time.at.getTime() + MINUTE)
    await place.register(who, id)
  }
  return id
}
const letters = async () => {
  await place.world.runJobs()
  await place.world.hurryJobs()
  return place.outbox.messages.splice(0).map(({ to, subject }) => `${to}: ${subject}`)
}

test('a seat that changes hands is told to those whose it was and is, not to everybody who comes', async () => {
  const [first, second, third] = [await garden.teacher(), await garden.teacher(), await garden.teacher()]
  const id = await registered(first, second, third)
  events.length = 0
  await place.withdraw(first, id)
  const told = events.flatMap((event) => (event.type === 'accounts' ? event.accountIds : []))
  // The operators are told a little later, once for all.
  expect(told.filter((one) => one !== place.operator.accountId).sort()).toEqual(
    [first.accountId, second.accountId].sort(),
  )
})

test('a seat left behind is given once: whoever comes back waits, before everybody else', async () => {
  const [leaver, next, last] = [await garden.teacher(), await garden.teacher(), await garden.teacher()]
  const id = await registered(leaver, next)
  await belong(leaver, START)
  await place.lookAfter()
  await belong(leaver, null)
  await place.register(last, id)
  expect(await place.seen(place.operator, id)).toMatchObject({ taken: 1, inLine: 2 })
  expect((await place.seen(leaver, id)).own).toMatchObject({ state: 'waiting', ahead: 0 })
  expect((await place.seen(last, id)).own).toMatchObject({ state: 'waiting', ahead: 1 })
})

test('whoever it is not for any more is told so, once, and nobody else', async () => {
  const [teacher, head] = [await garden.teacher(), await garden.head()]
  await place.mailTo(teacher, 'teacher@example.org')
  await place.mailTo(head, 'head@example.org')
  const { id, rev } = await place.announced()
  for (const who of [teacher, head]) await place.register(who, id)
  await place.save({ roles: ['head'], rev }, id)
  await place.save({ roles: ['head'], rev }, id)
  expect(await letters()).toEqual(['teacher@example.org: Вы больше не записаны: Первые шаги'])
  expect((await place.get(teacher, id)).statusCode).toBe(404)
})

test('a list goes on where a page ended, though whoever stood there has withdrawn meanwhile', async () => {
  const [first, second] = [await garden.teacher(), await garden.teacher()]
  const id = await registered(first, second)
  const [ended] = await place.peopleOf(id)
  await place.withdraw(first, id)
  const url = `/api/operator/webinars/${id}/people?after=${ended?.askedAt ?? ''}~${first.accountId}`
  const { people } = (await place.ask(place.operator, 'GET', url)).json<{ people: WebinarPerson[] }>()
  expect(people.map(({ accountId }) => accountId)).toEqual([second.accountId])
})

test('online a seat is worth a letter until the end, and moves up until then', async () => {
  const [leaver, next] = [await garden.teacher(), await garden.teacher()]
  const { id, startsAt } = await place.announced({ kind: 'online', place: '', seats: 1 })
  await place.mailTo(next, 'next@example.org')
  await place.register(leaver, id)
  await place.register(next, id)
  place.time.at = new Date(Date.parse(startsAt) + MINUTE)
  await belong(leaver, START)
  await place.lookAfter()
  expect((await place.seen(next, id)).own).toMatchObject({ state: 'registered' })
  expect(await letters()).toEqual(['next@example.org: Для вас есть место: Первые шаги'])
})

test('whatever was to be told of one called off meanwhile is not: only that it is', async () => {
  const who = await garden.teacher()
  const { id, rev } = await place.announced()
  await place.mailTo(who, 'who@example.org')
  await place.register(who, id)
  await place.save({ place: 'Школа № 7', rev }, id)
  await place.cancel(id)
  expect(await letters()).toEqual(['who@example.org: Отменено: Первые шаги'])
})

test('one that cannot be reminded of keeps no other waiting', async () => {
  const who = await garden.teacher()
  const [{ id: broken, startsAt }, { id }] = [await place.announced(), await place.announced({ title: 'Второй' })]
  await place.mailTo(who, 'who@example.org')
  for (const one of [broken, id]) await place.register(who, one)
  await place.world.db
    .updateTable('webinar')
    .where('id', '=', broken)
    .set({ time_zone: 'Луна', hour_reminder_at: new Date(Date.parse(startsAt) - 2 * HOUR) })
    .execute()
  place.time.at = new Date(Date.parse(startsAt) - HOUR + MINUTE)
  await expect(place.lookAfter()).rejects.toThrow(AggregateError)
  expect(await letters()).toContain('who@example.org: Через час: Второй')
})
