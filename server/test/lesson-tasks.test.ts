import { randomUUID } from 'node:crypto'
import type { ChildId, LessonTask, LessonWork } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createMeetingWorld, type MeetingGarden } from './meeting-world.ts'
import { readTestData, upload } from './upload.ts'

let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  garden = await place.newGarden()
})

type Someone = Parameters<MeetingGarden['get']>[0]
type Told = { task: LessonTask | null; works: LessonWork[]; mayAnswer: boolean }
const put = (who: Someone, url: string, payload: object) => who.request({ method: 'PUT', url, payload })
const told = async (who: Someone, id: string) => (await who.request({ url: `/api/meetings/${id}/task` })).json<Told>()
const hand = (who: Someone, id: string, child: ChildId, given: object = {}) =>
  put(who, `/api/meetings/${id}/works/${child}`, { text: 'Нарисовали', rev: 0, ...given })
const answer = (who: Someone, id: string, child: ChildId, given: object) =>
  put(who, `/api/meetings/${id}/works/${child}/answer`, given)

async function homework() {
  const groupId = await garden.group('Младшая')
  const teacher = await garden.teacher({ groups: [groupId] })
  const [vanya, olya] = [await garden.child('Ваня К.', groupId), await garden.child('Оля М.', groupId)]
  const [mother, father, other] = [
    await garden.parent([vanya]),
    await garden.parent([vanya], 'папа'),
    await garden.parent([olya]),
  ]
  const given = { ...garden.forGroup(groupId), kind: 'online', lesson: { programme: 'Детство' } }
  const { id } = await garden.planned(teacher, given)
  expect((await put(teacher, `/api/meetings/${id}/task`, { text: 'Нарисовать снегиря', rev: 0 })).statusCode).toBe(200)
  return { id, groupId, teacher, vanya, olya, mother, father, other }
}

test('a family hands in for its child with files, the teacher returns and accepts; no other family learns of it', async () => {
  const { id, teacher, vanya, olya, mother, father, other } = await homework()
  const { fileId } = await upload(mother, 'снегирь.jpg', await readTestData('order-photo.jpg'))
  expect((await hand(mother, id, vanya, { fileIds: [fileId] })).statusCode).toBe(200)
  expect((await hand(mother, id, vanya, { fileIds: [fileId] })).statusCode).toBe(200)
  expect((await hand(mother, id, olya)).statusCode).toBe(404)
  expect((await told(other, id)).works).toMatchObject([{ childId: olya, state: 'none', mayHand: true }])
  const mayRead = async (who: Someone) => (await who.request({ url: `/api/files/${fileId}/content` })).statusCode
  expect([await mayRead(teacher), await mayRead(father), await mayRead(other)]).toEqual([200, 200, 404])

  const seen = await told(teacher, id)
  expect(seen).toMatchObject({ mayAnswer: true, works: [{ name: 'Ваня К.', state: 'handed' }, { state: 'none' }] })
  expect((await answer(teacher, id, vanya, { state: 'returned', rev: 1 })).json()).toMatchObject({
    errors: [{ pointer: '#/word', code: 'required' }],
  })
  expect((await answer(mother, id, vanya, { state: 'accepted', rev: 1 })).statusCode).toBe(403)
  expect((await answer(teacher, id, olya, { state: 'accepted', rev: 1 })).statusCode).toBe(404)
  const returned = { state: 'returned', word: 'Раскрасьте грудку', rev: 1 }
  expect((await answer(teacher, id, vanya, returned)).statusCode).toBe(200)
  expect((await answer(teacher, id, vanya, returned)).statusCode).toBe(200)
  expect((await told(father, id)).works).toMatchObject([{ state: 'returned', word: 'Раскрасьте грудку', rev: 2 }])

  expect((await hand(father, id, vanya, { fileIds: [fileId], rev: 2 })).statusCode).toBe(200)
  expect((await answer(teacher, id, vanya, { state: 'accepted', rev: 3 })).statusCode).toBe(200)
  expect((await hand(mother, id, vanya, { text: 'Ещё', rev: 4 })).json()).toMatchObject({ code: 'work-accepted' })
})

test('of two guardians who hand in at once one is told; an answer to another work is none', async () => {
  const { id, teacher, vanya, mother, father } = await homework()
  const both = await Promise.all([hand(mother, id, vanya, { text: 'Мы' }), hand(father, id, vanya, { text: 'Я' })])
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  await hand(mother, id, vanya, { text: 'Вместе', rev: 1 })
  expect((await answer(teacher, id, vanya, { state: 'accepted', rev: 1 })).json()).toMatchObject({
    code: 'work-changed',
  })
})

test('a task is set by the teachers of a lesson, and changed by one at a time', async () => {
  const { id, groupId, teacher, mother } = await homework()
  const colleague = await garden.teacher({ groups: [groupId] })
  const set = (who: Someone, text: string, rev: number, of = id) => put(who, `/api/meetings/${of}/task`, { text, rev })
  const both = await Promise.all([set(teacher, 'Одно', 1), set(colleague, 'Другое', 1)])
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  expect((await set(mother, 'Своё', 2)).statusCode).toBe(403)
  expect((await set(teacher, ' ', 2)).statusCode).toBe(400)
  const plain = await garden.planned(teacher, garden.forGroup(groupId))
  expect((await set(teacher, 'Нет', 0, plain.id)).statusCode).toBe(404)
  expect((await hand(mother, id, randomUUID() as ChildId)).statusCode).toBe(404)
})
