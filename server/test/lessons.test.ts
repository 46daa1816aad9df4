import type { Attendant, ChatId, HeldLesson, LessonProgramme } from '@kolosok/contract'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMeetingWorld, type MeetingGarden, seedCallOf } from './meeting-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
type Someone = Parameters<MeetingGarden['get']>[0]

let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  garden = await place.newGarden()
})

const lesson = { programme: 'Детство' }
const attended = async (who: Someone, id: string) =>
  (await who.request({ url: `/api/meetings/${id}/attendance` })).json<{ people: Attendant[] }>().people
const ofYear = (who: Someone, what: string, query: Record<string, string> = {}) =>
  who.request({ url: `/api/organizations/${garden.id}/${what}`, query: { year: '2026', ...query } })

/** Two children of one mother, a third of another; a lesson in the evening by a call. */
async function evening() {
  const groupId = await garden.group('Младшая')
  const teacher = await garden.teacher({ groups: [groupId] })
  const children = [await garden.child('Ваня К.', groupId), await garden.child('Галя К.', groupId)]
  const [mother, other] = [await garden.parent(children), await garden.parent([await garden.child('Оля М.', groupId)])]
  const given = { ...garden.forGroup(groupId), title: 'Зимующие птицы', kind: 'online', lesson }
  const { id } = await garden.planned(teacher, given)
  return { id, groupId, teacher, mother, other }
}

/** It was held with this mother in its call for forty minutes. */
async function hold(id: string, teacher: Someone, mother: Awaited<ReturnType<MeetingGarden['parent']>>) {
  place.time.at = new Date('2026-12-10T14:55:00Z')
  const { chatId } = (await garden.enter(teacher, id)).json<{ chatId: ChatId }>()
  await seedCallOf(place.world, chatId, [{ who: mother, from: '2026-12-10T15:00:00Z', until: '2026-12-10T15:40:00Z' }])
  place.time.at = new Date('2026-12-10T16:05:00Z')
  await place.keep()
}

test('a lesson is for groups, by a programme, and stays one', async () => {
  const { id, groupId, teacher, mother } = await evening()
  expect(await garden.seen(mother, id)).toMatchObject({ title: 'Зимующие птицы', lesson: { programme: 'Детство' } })
  const wide = await garden.plan(await garden.admin(), { lesson })
  expect(wide.json()).toMatchObject({ errors: [{ pointer: '#/audience', code: 'groups-only' }] })
  const nameless = await garden.plan(teacher, { ...garden.forGroup(groupId), lesson: { programme: ' ' } })
  expect(nameless.json()).toMatchObject({ errors: [{ pointer: '#/lesson/programme', code: 'required' }] })
  const led = await garden.plan(teacher, { ledBy: 'Анна Петровна' })
  expect(led.statusCode, 'a meeting is led by nobody from outside').toBe(400)
  const changed = await garden.plan(teacher, { ...garden.forGroup(groupId), rev: 1 }, id)
  expect(changed.json()).toMatchObject({ errors: [{ pointer: '#/lesson' }] })
})

test('its attendance is of children: whoever came by the account of a parent, or was ticked', async () => {
  const { id, teacher, mother, groupId } = await evening()
  await hold(id, teacher, mother)
  const colleague = await garden.teacher({ groups: [groupId] })
  const told = (await attended(colleague, id)).map(({ name, attended: how, seconds }) => [name, how, seconds])
  expect(told).toEqual([
    ['Ваня К.', 'call', 2400],
    ['Галя К.', 'call', 2400],
    ['Оля М.', null, null],
  ])
  const olya = (await attended(teacher, id))[2]?.unitId ?? ''
  const url = `/api/meetings/${id}/attendance/${olya}`
  expect((await colleague.request({ method: 'PUT', url, payload: { mark: 'call' } })).statusCode).toBe(200)
  expect((await mother.request({ method: 'PUT', url, payload: { mark: 'call' } })).statusCode).toBe(403)
})

test('the year knows what was held at a distance, how long, and who was there, by programme', async () => {
  const { id, groupId, teacher, mother } = await evening()
  const inPerson = { ...garden.forGroup(groupId), kind: 'in-person', title: '=cmd|птицы', lesson, day: '2026-12-09' }
  const ledBy = 'Анна Петровна, эколог'
  const visited = await garden.planned(teacher, { ...inPerson, lesson: { ...lesson, ledBy: ` ${ledBy} ` } })
  expect(await garden.seen(mother, visited.id)).toMatchObject({ lesson: { ledBy } })
  await garden.planned(teacher, { ...inPerson, lesson: { programme: 'Музыка' }, day: '2026-12-20' })
  const other = await garden.groupOf('Старшая', 'Зоя Л.')
  await hold(id, teacher, mother)

  const programmes = async (who: Someone) =>
    (await ofYear(who, 'lesson-programmes')).json<{ programmes: LessonProgramme[] }>().programmes
  const sums = [{ programme: 'Детство', lessons: 2, distant: 1, minutes: 100, distantMinutes: 40 }]
  expect([await programmes(teacher), await programmes(await garden.head())]).toEqual([sums, sums])
  expect(await programmes(other.teacher)).toEqual([])
  const { lessons } = (await ofYear(teacher, 'lessons', { programme: 'Детство' })).json<{ lessons: HeldLesson[] }>()
  expect(lessons).toMatchObject([
    { topic: 'Зимующие птицы', day: '2026-12-10', minutes: 40, here: 2, expected: 3, groups: 'Младшая', ledBy: '' },
    { topic: '=cmd|птицы', here: 0, minutes: 60, ledBy },
  ])
  expect((await ofYear(teacher, 'lessons', { year: '2025' })).json()).toMatchObject({ lessons: [] })

  const cells = (await readSheet((await ofYear(teacher, 'lesson-register.xlsx')).rawPayload)).flat().map(String)
  expect(cells).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`${ledBy} (приглашённый педагог), `),
      '=cmd|птицы',
      '2 из 3: Ваня К., Галя К.',
      'онлайн',
      'очно',
    ]),
  )
  expect((await ofYear(teacher, 'lesson-register.pdf')).statusCode).toBe(200)
  expect((await ofYear(mother, 'lessons')).statusCode).toBe(403)
})
