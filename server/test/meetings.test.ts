import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMeetingWorld, type MeetingGarden } from './meeting-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  garden = await place.newGarden()
})

test('a teacher plans for an own group: its families see it by the clock of the organization, others nothing', async () => {
  const { groupId, teacher, parents } = await garden.groupOf('Младшая', 'Ваня К.')
  const other = await garden.groupOf('Старшая', 'Оля М.')
  const [parent] = parents
  const [stranger] = other.parents
  if (!parent || !stranger) throw new Error('No parents')
  const { id } = await garden.planned(teacher, { ...garden.forGroup(groupId), agenda: ['Утренник', 'Разное'] })

  expect(await garden.seen(parent, id)).toMatchObject({
    startsAt: '2026-12-10T15:00:00.000Z',
    day: '2026-12-10',
    from: '18:00',
    until: '19:00',
    agenda: ['Утренник', 'Разное'],
    isInvited: true,
    answer: null,
    mayChange: false,
    plan: null,
  })
  expect(await garden.titlesOf(parent)).toEqual(['Собрание'])
  expect(await garden.titlesOf(stranger)).toEqual([])
  expect((await garden.get(stranger, id)).statusCode).toBe(404)
  expect((await garden.get(other.teacher, id)).statusCode).toBe(404)
})

test('a teacher plans for no other group, and not for everybody; the office for all', async () => {
  const { teacher } = await garden.groupOf('Младшая')
  const other = await garden.groupOf('Старшая', 'Оля М.')
  expect((await garden.plan(teacher, garden.forGroup(other.groupId))).statusCode).toBe(403)
  expect((await garden.plan(teacher)).statusCode).toBe(403)
  expect((await garden.plan(await garden.head())).statusCode).toBe(200)
})

test('who is invited follows the structure: a child that moves takes its parents along', async () => {
  const { groupId, teacher } = await garden.groupOf('Младшая')
  const other = await garden.group('Старшая')
  const childId = await garden.child('Ваня К.', groupId)
  const parent = await garden.parent([childId])
  const { id } = await garden.planned(teacher, garden.forGroup(groupId))
  expect((await garden.get(parent, id)).statusCode).toBe(200)
  await place.world.db.updateTable('group_child').where('child_id', '=', childId).set({ group_id: other }).execute()
  expect((await garden.get(parent, id)).statusCode).toBe(404)
  expect(await garden.titlesOf(parent)).toEqual([])
})

test('people are invited one by one, by whoever may write to them; who is not confirmed meets no parents', async () => {
  const { groupId, teacher, parents } = await garden.groupOf('Младшая', 'Ваня К.')
  const { parents: strangers } = await garden.groupOf('Старшая', 'Оля М.')
  const newcomer = await garden.teacher({ groups: [groupId], isConfirmed: false })
  const [parent] = parents
  const [stranger] = strangers
  if (!parent || !stranger) throw new Error('No parents')
  const alone = (membershipIds: string[]) => ({ audience: null, membershipIds })
  const { id } = await garden.planned(teacher, alone([parent.membershipId, newcomer.membershipId]))
  expect((await garden.get(parent, id)).statusCode).toBe(200)
  expect((await garden.get(newcomer, id)).statusCode).toBe(404)
  expect((await garden.seen(teacher, id)).plan?.people.map((one) => one.membershipId)).toContain(parent.membershipId)

  const refused = await garden.plan(teacher, alone([stranger.membershipId]))
  expect(refused.json()).toMatchObject({ errors: [{ pointer: '#/membershipIds', code: 'not-a-contact' }] })
})

test('a parent answers and does not see what others answered; whoever planned it does', async () => {
  const { groupId, teacher, parents } = await garden.groupOf('Младшая', 'Ваня К.', 'Оля М.')
  const [one, another] = parents
  if (!one || !another) throw new Error('No parents')
  const meeting = await garden.planned(teacher, garden.forGroup(groupId))
  const waiting = async () =>
    (await one.request({ url: '/api/me/waiting' })).json<{ meetings: { count: number }[] }>().meetings
  expect(await waiting()).toMatchObject([{ count: 1 }])
  expect((await garden.answer(one, meeting, 'perhaps')).statusCode).toBe(200)
  expect((await garden.answer(one, meeting, 'yes')).statusCode).toBe(200)
  expect(await waiting()).toEqual([])
  expect(await garden.seen(one, meeting.id)).toMatchObject({ answer: 'yes', plan: null })
  expect((await garden.invitees(another, meeting.id)).statusCode).toBe(403)
  expect((await garden.seen(teacher, meeting.id)).plan).toMatchObject({
    invited: 2,
    answers: { yes: 1, no: 0, perhaps: 0 },
  })
  expect((await garden.inviteesOf(teacher, meeting.id)).map(({ answer }) => answer)).toEqual(
    expect.arrayContaining(['yes', null]),
  )
  expect((await garden.answer(teacher, meeting)).statusCode).toBe(403)
})

test('a meeting that is moved asks anew; whoever answers an old time is shown the new one first', async () => {
  const admin = await garden.admin()
  const teacher = await garden.teacher()
  const meeting = await garden.planned(admin)
  await garden.answer(teacher, meeting)
  const moved = await garden.plan(admin, { from: '17:30', rev: 1 }, meeting.id)
  expect(moved.json()).toMatchObject({ from: '17:30', rev: 2 })
  expect((await garden.seen(teacher, meeting.id)).answer).toBeNull()
  expect((await garden.answer(teacher, meeting)).json()).toMatchObject({ code: 'meeting-changed' })
  expect((await garden.answer(teacher, moved.json())).statusCode).toBe(200)
})

test('planned twice at once it is there once; of two changes at once the second is told', async () => {
  const admin = await garden.admin()
  const id = randomUUID()
  const both = await Promise.all([garden.plan(admin, {}, id), garden.plan(admin, {}, id)])
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect(await garden.titlesOf(admin)).toEqual(['Собрание'])
  const changes = await Promise.all(['Одно', 'Другое'].map((title) => garden.plan(admin, { title, rev: 1 }, id)))
  expect(changes.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
})

test('cancelled it stays, with the reason, and asks nobody any more', async () => {
  const admin = await garden.admin()
  const teacher = await garden.teacher()
  const meeting = await garden.planned(admin)
  expect((await garden.cancel(teacher, meeting.id)).statusCode).toBe(403)
  expect((await garden.cancel(admin, meeting.id)).statusCode).toBe(200)
  expect((await garden.cancel(admin, meeting.id)).statusCode).toBe(200)
  expect(await garden.seen(teacher, meeting.id)).toMatchObject({ state: 'cancelled', word: 'Карантин' })
  expect((await garden.answer(teacher, meeting)).json()).toMatchObject({ code: 'meeting-cancelled' })
  expect((await garden.plan(admin, { title: 'Опять', rev: 2 }, meeting.id)).json()).toMatchObject({
    code: 'meeting-cancelled',
  })
})

test('of those that repeat only the next one waits for an answer', async () => {
  const { groupId, teacher, parents } = await garden.groupOf('Младшая', 'Ваня К.')
  const [parent] = parents
  if (!parent) throw new Error('No parent')
  const series = { repeats: 'weekly', untilDay: '2026-12-31' }
  const first = await garden.planned(teacher, { ...garden.forGroup(groupId), day: '2026-12-03', series })
  const waiting = async () =>
    (await parent.request({ url: '/api/me/waiting' })).json<{ meetings: { count: number }[] }>().meetings
  expect(await waiting()).toMatchObject([{ count: 1 }])
  expect((await garden.answer(parent, first, 'yes')).statusCode).toBe(200)
  expect(await waiting()).toEqual([])
})

test('a repeated one is many: one is moved alone, or all that follow; the past ones stay', async () => {
  const admin = await garden.admin()
  const first = await garden.planned(admin, {
    kind: 'online',
    series: { repeats: 'weekly', untilDay: '2026-12-31' },
  })
  expect(await garden.daysOf(admin)).toEqual(['2026-12-10', '2026-12-17', '2026-12-24', '2026-12-31'])
  const { meetings } = (await garden.list(admin)).json<{ meetings: { id: string }[] }>()
  const [, second, third] = meetings
  if (!second || !third) throw new Error('Too few')
  await garden.plan(admin, { kind: 'online', day: '2026-12-18', rev: 1 }, second.id)
  expect(await garden.daysOf(admin)).toEqual(['2026-12-10', '2026-12-18', '2026-12-24', '2026-12-31'])
  await garden.plan(admin, { kind: 'online', day: '2026-12-23', rev: 1, scope: 'following' }, third.id)
  expect(await garden.daysOf(admin)).toEqual(['2026-12-10', '2026-12-18', '2026-12-23', '2026-12-30'])
  await garden.cancel(admin, third.id, { scope: 'following' })
  expect((await garden.seen(admin, first.id)).state).toBe('planned')
  expect((await garden.seen(admin, third.id)).state).toBe('cancelled')
})

test('every bad field is named at once, and nothing is a fault of ours', async () => {
  const admin = await garden.admin()
  const bad = await garden.plan(admin, { title: ' ', place: '', until: '17:00', agenda: [''], audience: null })
  expect(bad.statusCode).toBe(400)
  const pointers = bad.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)
  expect(pointers).toEqual(expect.arrayContaining(['#/title', '#/agenda/0']))
  for (const given of [
    { day: '2026-11-01' },
    { day: '2029-01-01' },
    { title: 'a\0b' },
    { title: 'x'.repeat(10_000) },
    { audience: { kind: 'groups', groupIds: [randomUUID()] } },
    { chatIds: [randomUUID()] },
    { series: { repeats: 'weekly', untilDay: '2030-01-01' } },
  ]) {
    const { statusCode } = await garden.plan(admin, given)
    expect(statusCode, JSON.stringify(given).slice(0, 80)).toBeGreaterThanOrEqual(400)
    expect(statusCode).toBeLessThan(500)
  }
  expect((await garden.list(admin, { until: '2099-01-01T00:00:00Z' })).statusCode).toBe(400)
})

test('a change of who is invited one by one is not taken for what is there already', async () => {
  const [admin, teacher, other] = [await garden.admin(), await garden.teacher(), await garden.teacher()]
  const one = { membershipIds: [teacher.membershipId], audience: null }
  const { id } = await garden.planned(admin, one)
  expect((await garden.plan(admin, { title: 'Иначе', ...one, rev: 1 }, id)).statusCode).toBe(200)
  const late = { title: 'Иначе', ...one, membershipIds: [other.membershipId], rev: 1 }
  expect((await garden.plan(admin, late, id)).json()).toMatchObject({ code: 'meeting-changed' })
  expect((await garden.plan(admin, { title: 'Иначе', ...one, rev: 1 }, id)).statusCode).toBe(200)
})
