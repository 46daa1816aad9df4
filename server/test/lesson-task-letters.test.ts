import type { ChildId, OpenTasks, Waiting } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMeetingWorld, HOUR, type MeetingGarden } from './meeting-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  garden = await place.newGarden()
})

type Someone = Awaited<ReturnType<MeetingGarden['parent']>>
const put = (who: Someone, url: string, payload: object) => who.request({ method: 'PUT', url, payload })
const hand = (who: Someone, id: string, child: ChildId, rev = 0) =>
  put(who, `/api/meetings/${id}/works/${child}`, { text: `Нарисовали ${String(rev)}`, rev })
const answer = (who: Someone, id: string, child: ChildId, given: object) =>
  put(who, `/api/meetings/${id}/works/${child}/answer`, given)

let addresses = 0
async function withAddress<T extends Someone>(who: T): Promise<T & { email: string }> {
  addresses += 1
  const email = `task${String(addresses)}@example.ru`
  await place.world.db.updateTable('account').where('id', '=', who.accountId).set({ email }).execute()
  return { ...who, email }
}

/** Letters that have gone out since the last look: to whom, about what. */
let seen = 0
async function letters(): Promise<string[]> {
  await place.world.runJobs()
  const sent = place.outbox.messages.slice(seen)
  seen = place.outbox.messages.length
  return sent.map(({ to, subject }) => `${to}: ${subject}`).toSorted()
}

async function lesson() {
  const groupId = await garden.group('Младшая')
  const teacher = await withAddress(await garden.teacher({ groups: [groupId] }))
  const [vanya, olya] = [await garden.child('Ваня К.', groupId), await garden.child('Оля М.', groupId)]
  const mother = await withAddress(await garden.parent([vanya]))
  const other = await withAddress(await garden.parent([olya]))
  const given = { ...garden.forGroup(groupId), kind: 'online', lesson: { programme: 'Детство' }, title: 'Снегирь' }
  const { id } = await garden.planned(teacher, given)
  await letters()
  const give = (text: string, rev = 0) => put(teacher, `/api/meetings/${id}/task`, { text, rev })
  return { id, teacher, vanya, olya, mother, other, give }
}

test('families hear of a task once, the teachers of works once an evening, a family of its own answer', async () => {
  const { id, teacher, vanya, olya, mother, other, give } = await lesson()
  await give('Нарисовать снегиря')
  await give('Нарисовать снегиря красками', 1)
  expect(await letters()).toEqual([mother, other].map(({ email }) => `${email}: Задание на дом: Снегирь`).toSorted())

  await hand(mother, id, vanya)
  await hand(other, id, olya)
  expect(await letters()).toEqual([`${teacher.email}: Прислали работы: Снегирь`])
  await answer(teacher, id, vanya, { state: 'returned', word: 'Раскрасьте грудку', rev: 1 })
  await answer(teacher, id, olya, { state: 'accepted', rev: 1 })
  expect(await letters()).toEqual(
    [`${mother.email}: Работу просят доделать: Снегирь`, `${other.email}: Работа принята: Снегирь`].toSorted(),
  )
  place.time.at = new Date(START.getTime() + 13 * HOUR)
  await hand(mother, id, vanya, 2)
  const told = await place.world.db.selectFrom('lesson_task').select('works_told_at').execute()
  expect(told.map(({ works_told_at: at }) => at)).toContainEqual(place.time.at)
})

test('no letter names a child or says what was written', async () => {
  const { id, vanya, mother, give } = await lesson()
  const before = place.outbox.messages.length
  await give('Нарисовать снегиря')
  await hand(mother, id, vanya)
  await letters()
  const told = JSON.stringify(place.outbox.messages.slice(before))
  expect(told).toContain('Снегирь')
  expect(told).not.toContain('Ваня')
  expect(told).not.toContain('Нарисова')
})

test('what is open stands in a list and in the mark of the calendar, for whom it is', async () => {
  const { id, teacher, vanya, mother, other, give } = await lesson()
  await give('Нарисовать снегиря')
  const open = async (who: Someone) =>
    (await who.request({ url: `/api/organizations/${garden.id}/open-tasks` })).json<OpenTasks>()
  const marked = async (who: Someone) =>
    (await who.request({ url: '/api/me/waiting' })).json<Waiting>().tasks.map(({ count }) => count)
  expect(await open(mother)).toMatchObject({
    toDo: [{ meetingId: id, child: 'Ваня К.', isReturned: false }],
    toCheck: [],
  })
  expect([await marked(mother), await marked(teacher)]).toEqual([[1], []])

  await hand(mother, id, vanya)
  expect(await open(teacher)).toEqual({ toDo: [], toCheck: [{ meetingId: id, title: 'Снегирь', works: 1 }] })
  expect([await marked(mother), await marked(other), await marked(teacher)]).toEqual([[], [1], [1]])

  await answer(teacher, id, vanya, { state: 'returned', word: 'Раскрасьте', rev: 1 })
  expect(await open(mother)).toMatchObject({ toDo: [{ child: 'Ваня К.', isReturned: true }] })
  expect(await marked(teacher)).toEqual([])
})
