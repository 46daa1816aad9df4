import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMeetingWorld, DAY, HOUR, type MeetingGarden, MINUTE } from './meeting-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  place.outbox.messages.length = 0
  garden = await place.newGarden()
})

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

test('a calendar program reads the file of a meeting: the moment, the place, every sign of the words', async () => {
  const admin = await garden.admin()
  const title = 'Собрание; важное, \\ «очень» — о подготовке к утреннику и о безопасности детей зимой'
  const { id } = await garden.planned(admin, { title, agenda: ['Первое, и\tглавное', 'Второе'], place: 'Зал, 2 этаж' })
  const { body, headers } = await garden.get(admin, `${id}/meeting.ics`)
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const [event, ...others] = eventsIn(body)
  expect(others).toEqual([])
  expect(event?.summary).toBe(title)
  expect(event?.location).toBe('Зал, 2 этаж')
  expect(event?.description).toContain('1. Первое, и главное\n2. Второе')
  expect(event?.startDate.toJSDate().toISOString()).toBe('2026-12-10T15:00:00.000Z')
  expect(event?.endDate.toJSDate().toISOString()).toBe('2026-12-10T16:00:00.000Z')
})

test('a secret address holds one’s own meetings only, until it is taken back or replaced', async () => {
  const admin = await garden.admin()
  const { groupId, teacher, parents } = await garden.groupOf('Младшая', 'Ваня К.')
  const [parent] = parents
  if (!parent) throw new Error('No parent')
  await garden.planned(teacher, { ...garden.forGroup(groupId), title: 'Для группы' })
  await garden.planned(admin, { audience: { kind: 'staff' }, title: 'Педсовет' })
  const make = async () => {
    const { url } = (await parent.request({ method: 'POST', url: '/api/me/calendar-feed' })).json<{ url: string }>()
    return new URL(url).pathname
  }
  const read = (url: string) => place.world.request({ url })
  const url = await make()
  expect(eventsIn((await read(url)).body).map(({ summary }) => summary)).toEqual(['Для группы'])
  expect((await parent.request({ url: '/api/me/calendar-feed' })).json()).toMatchObject({ readAt: START.toISOString() })

  const another = await make()
  expect((await read(url)).statusCode).toBe(404)
  expect((await read(another)).statusCode).toBe(200)
  await place.world.db
    .updateTable('membership')
    .where('id', '=', parent.membershipId)
    .set({ ended_at: START })
    .execute()
  expect(eventsIn((await read(another)).body)).toEqual([])
  await parent.request({ method: 'DELETE', url: '/api/me/calendar-feed' })
  expect((await read(another)).statusCode).toBe(404)
})

/** A teacher with a proven address. */
async function reachable() {
  const teacher = await garden.teacher()
  const email = `t-${teacher.accountId}@example.org`
  await place.world.db.updateTable('account').where('id', '=', teacher.accountId).set({ email }).execute()
  return { ...teacher, email }
}

async function lettersTo(email: string): Promise<string[]> {
  // Jobs put letters in a line of their own.
  for (let round = 0; round < 2; round++) await place.world.hurryJobs()
  return place.outbox.messages.flatMap((one) => (one.kind === 'mail' && one.to === email ? [one.subject] : []))
}

test('it reminds a day and a quarter of an hour before, once, but not those who said no', async () => {
  const admin = await garden.admin()
  const [comes, declines] = [await reachable(), await reachable()]
  const meeting = await garden.planned(admin, { isMailed: true, audience: { kind: 'staff' } })
  expect(await lettersTo(comes.email)).toEqual(['Встреча: Собрание'])
  await garden.answer(declines, meeting, 'no')
  const begins = Date.parse(meeting.startsAt)
  for (const before of [25 * HOUR, DAY - MINUTE, DAY - 2 * MINUTE, 16 * MINUTE, 15 * MINUTE, 14 * MINUTE, 0]) {
    place.time.at = new Date(begins - before)
    await Promise.all([place.remind(), place.remind()])
  }
  expect(await lettersTo(comes.email)).toEqual([
    'Встреча: Собрание',
    'Завтра встреча: Собрание',
    'Скоро начнётся: Собрание',
  ])
  expect(await lettersTo(declines.email)).toEqual(['Встреча: Собрание'])
})

test('a clock that is put forward past it reminds of nothing; a moved meeting reminds of its new time', async () => {
  const admin = await garden.admin()
  const teacher = await reachable()
  const meeting = await garden.planned(admin, { isMailed: true })
  expect(await lettersTo(teacher.email)).toEqual(['Встреча: Собрание'])
  await garden.plan(admin, { isMailed: true, day: '2026-12-12', rev: 1 }, meeting.id)
  place.time.at = new Date('2026-12-09T15:01:00Z')
  await place.remind()
  expect(await lettersTo(teacher.email)).toEqual(['Встреча: Собрание', 'Встреча перенесена: Собрание'])
  place.time.at = new Date('2026-12-13T09:00:00Z')
  await place.remind()
  expect(await lettersTo(teacher.email)).toEqual(['Встреча: Собрание', 'Встреча перенесена: Собрание'])
})

test('in quiet hours a reminder waits for their end, or is left out where it would come too late', async () => {
  const admin = await garden.admin()
  const teacher = await reachable()
  const quiet = { from: '20:00', until: '07:00', wholeDays: [] }
  await place.world.db
    .updateTable('organization')
    .where('id', '=', garden.id)
    .set({ quiet_hours: JSON.stringify(quiet) })
    .execute()
  const meeting = await garden.planned(admin, { isMailed: true, from: '06:30', until: '07:30' })
  await place.world.hurryJobs()
  place.time.at = new Date(Date.parse(meeting.startsAt) - DAY)
  await place.remind()
  const due = await place.world.db
    .selectFrom('graphile_worker.jobs' as never)
    .select(['run_at' as never, 'task_identifier' as never])
    .execute()
  expect(due).toMatchObject([{ run_at: new Date('2026-12-09T04:00:00Z') }])
  await place.world.hurryJobs()
  place.outbox.messages.length = 0
  place.time.at = new Date(Date.parse(meeting.startsAt) - 15 * MINUTE)
  await place.remind()
  expect(await lettersTo(teacher.email)).toEqual([])
})
