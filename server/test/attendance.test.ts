import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Attendant, ChatId, meetingAttendanceEndpoints } from '@kolosok/contract'
import { CompiledQuery } from 'kysely'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { createMeetingWorld, type MeetingGarden, seedCallOf } from './meeting-world.ts'
import { readPdf } from './notice-world.ts'
import { nameAccount } from './organization-seed.ts'

const START = new Date('2026-12-01T09:00:00Z')
const EVENING = new Date('2026-12-10T15:10:00Z')
type Listed = z.infer<typeof meetingAttendanceEndpoints.list.response>
type Someone = Parameters<MeetingGarden['get']>[0]

let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  garden = await place.newGarden()
})

const list = (who: Someone, id: string, query: Record<string, string> = {}) =>
  who.request({ url: `/api/meetings/${id}/attendance`, query })
const listed = async (who: Someone, id: string, query: Record<string, string> = {}) =>
  (await list(who, id, query)).json<Listed>()
const was = (people: readonly Attendant[], { accountId }: { accountId: string }) =>
  people.find(({ unitId }) => unitId === accountId)
const mark = (who: Someone, id: string, { accountId }: { accountId: string }, given: string | null = 'room') =>
  who.request({ method: 'PUT', url: `/api/meetings/${id}/attendance/${accountId}`, payload: { mark: given } })
const guest = (who: Someone, id: string, name: string, guestId: string = randomUUID()) =>
  who.request({ method: 'PUT', url: `/api/meetings/${id}/guests/${guestId}`, payload: { name } })

/** A meeting of the group with two mothers, online or not. */
async function evening(kind: 'online' | 'hybrid' | 'in-person', group = 'Младшая') {
  const { groupId, teacher, parents } = await garden.groupOf(group, 'Ваня К.', 'Оля М.')
  const [one, other] = parents
  if (!one || !other) throw new Error('No parents')
  const { id } = await garden.planned(teacher, { ...garden.forGroup(groupId), kind })
  place.time.at = EVENING
  return { id, groupId, teacher, one, other }
}

test('who is in the room is ticked by hand by whoever planned it; a parent learns nothing of it', async () => {
  const { id, teacher, one, other } = await evening('in-person')
  expect((await mark(teacher, id, one)).statusCode).toBe(200)
  expect((await mark(teacher, id, one)).statusCode).toBe(200)
  const { people, counts, mayMark } = await listed(teacher, id)
  expect({ counts, mayMark }).toEqual({ counts: { room: 1, call: 0, away: 2 }, mayMark: true })
  expect(was(people, one)).toMatchObject({ attended: 'room', isByHand: true })
  expect(was(people, other)).toMatchObject({ attended: null })
  expect((await listed(teacher, id, { who: 'here' })).people.map(({ unitId }) => unitId)).toEqual([one.accountId])
  expect((await listed(teacher, id, { who: 'away' })).people).toHaveLength(2)

  expect([(await list(one, id)).statusCode, (await mark(one, id, one)).statusCode]).toEqual([403, 403])
  expect((await garden.get(one, id)).body).not.toContain('attend')
  await mark(teacher, id, one, null)
  expect((await listed(teacher, id)).counts.room).toBe(0)
  expect((await mark(teacher, id, { accountId: randomUUID() })).statusCode).toBe(404)
  expect((await mark(teacher, id, one, 'sleeping')).statusCode).toBe(400)
})

test('nobody is ticked long before it begins, nor at one that was called off', async () => {
  const { id, teacher, one } = await evening('in-person')
  place.time.at = START
  expect((await mark(teacher, id, one)).json()).toMatchObject({ code: 'meeting-early' })
  expect((await listed(teacher, id)).mayMark).toBe(false)
  await garden.cancel(teacher, id)
  place.time.at = EVENING
  expect((await mark(teacher, id, one)).json()).toMatchObject({ code: 'meeting-cancelled' })
})

test('the call says who was in it and how long, two devices at once counted once; by hand it is put right', async () => {
  const { id, teacher, one, other } = await evening('hybrid')
  const { chatId } = (await garden.enter(teacher, id)).json<{ chatId: ChatId }>()
  const at = (time: string) => `2026-12-10T15:${time}:00.000Z`
  await seedCallOf(place.world, chatId, [
    { who: one, from: at('00'), until: at('04') },
    { who: one, from: at('02'), until: at('06') },
    { who: one, from: at('08'), until: null },
  ])
  const told = async () => was((await listed(teacher, id)).people, one)
  expect(await told()).toMatchObject({ attended: 'call', isByHand: false, cameAt: at('00'), seconds: 480 })
  await mark(teacher, id, one, 'no')
  await mark(teacher, id, other, 'room')
  expect(await told()).toMatchObject({ attended: 'no', isByHand: true, seconds: 480 })
  expect((await listed(teacher, id)).counts).toEqual({ room: 1, call: 0, away: 2 })
  await mark(teacher, id, one, null)
  expect(await told()).toMatchObject({ attended: 'call' })
})

test('once it is over the list stays as it was, whoever leaves or comes later', async () => {
  const { id, groupId, teacher, one, other } = await evening('hybrid')
  const { chatId } = (await garden.enter(teacher, id)).json<{ chatId: ChatId }>()
  await seedCallOf(place.world, chatId, [
    { who: one, from: '2026-12-10T15:01:00Z', until: '2026-12-10T15:51:00Z' },
    { who: teacher, from: '2026-12-10T15:00:00Z', until: null },
  ])
  place.time.at = new Date('2026-12-10T16:05:00Z')
  await place.keep()
  const { db } = place.world
  const kept = async () => (await listed(teacher, id)).people.map(({ unitId }) => unitId)
  // Its call goes on: nothing is written down yet.
  await garden.parent([await garden.child('Петя Н.', groupId)])
  expect(await kept()).toHaveLength(4)
  await db.updateTable('call_visit').set({ left_at: place.time.at }).where('left_at', 'is', null).execute()
  await db
    .updateTable('call')
    .set({ ended_at: place.time.at, outcome: 'ended' })
    .where('chat_id', '=', chatId)
    .execute()
  await Promise.all([place.keep(), place.keep()])

  await garden.parent([await garden.child('Зоя Л.', groupId)])
  await db.updateTable('membership').set({ ended_at: EVENING }).where('id', '=', other.membershipId).execute()
  await db.deleteFrom('call').where('chat_id', '=', chatId).execute()
  expect(await kept()).toHaveLength(4)
  const { people } = await listed(teacher, id)
  expect(was(people, one)).toMatchObject({ attended: 'call', seconds: 3000 })
  expect(was(people, other)?.name).not.toBe('')
  expect((await mark(teacher, id, other)).statusCode).toBe(200)
  expect(was((await listed(teacher, id)).people, other)).toMatchObject({ attended: 'room' })
})

test('guests are added once however often it is sent, and taken away again', async () => {
  const { id, teacher } = await evening('in-person')
  const other = await evening('in-person', 'Старшая')
  const guestId = randomUUID()
  expect((await guest(teacher, id, 'Бабушка Вани', guestId)).statusCode).toBe(200)
  expect((await guest(teacher, id, 'Бабушка Вани К.', guestId)).statusCode).toBe(200)
  expect((await listed(teacher, id)).guests).toEqual([{ id: guestId, name: 'Бабушка Вани К.' }])
  expect((await guest(other.teacher, other.id, 'Чужая', guestId)).statusCode).toBe(404)
  for (const name of [' ', 'x'.repeat(201), 'a\0b']) expect((await guest(teacher, id, name)).statusCode).toBe(400)
  const url = `/api/meetings/${id}/guests/${guestId}`
  const remove = () => teacher.request({ method: 'DELETE', url })
  expect([(await remove()).statusCode, (await remove()).statusCode]).toEqual([200, 200])
  expect((await listed(teacher, id)).guests).toEqual([])
})

test('the list prints as PDF and as a workbook, harmless with any name, and the journal knows', async () => {
  const { id, teacher, one } = await evening('in-person')
  const long = 'Ы'.repeat(200)
  const names = ["=cmd|' /C calc'!A0", 'Мама \u202eинаВ', long]
  for (const name of names) await guest(teacher, id, name)
  await mark(teacher, id, one)
  await nameAccount(place.world, teacher.accountId, ['Лебедева', 'Мария', 'Сергеевна'])
  const register = (who: Someone, format: string) =>
    who.request({ url: `/api/meetings/${id}/attendance-register.${format}` })
  const rows = await readSheet((await register(teacher, 'xlsx')).rawPayload)
  const cells = rows.flat().map(String)
  expect(cells).toEqual(
    expect.arrayContaining([
      names[0],
      'Мама  инаВ',
      long,
      'в зале',
      'гость',
      'не было',
      'Организатор: Лебедева Мария Сергеевна',
    ]),
  )
  const text = (await readPdf((await register(teacher, 'pdf')).rawPayload)).join(' ').replaceAll(/\s+/g, ' ')
  for (const said of ['Список присутствовавших', 'Собрание', 'Зал', 'Не было: 2']) expect(text).toContain(said)
  expect((await register(one, 'pdf')).statusCode).toBe(403)
  const entries = await place.world.db.selectFrom('audit_entry').where('subject_id', '=', id).select('action').execute()
  expect(entries.filter(({ action }) => action === 'meeting.attendance-taken')).toHaveLength(2)
})

test('of a meeting from before attendance was written down only those are told who were in its call', async () => {
  const { id, teacher, one, other } = await evening('hybrid')
  const { chatId } = (await garden.enter(teacher, id)).json<{ chatId: ChatId }>()
  await seedCallOf(place.world, chatId, [{ who: one, from: '2026-12-10T15:01:00Z', until: '2026-12-10T15:41:00Z' }])
  const { db } = place.world
  const applied = `update migration set run_at = '2026-12-31' where name = '0330_meeting_attendance.sql'`
  const sql = await readFile(new URL('../migrations/0391_attendance_of_before.sql', import.meta.url), 'utf8')
  for (const text of [applied, sql]) await db.executeQuery(CompiledQuery.raw(text))
  place.time.at = new Date('2026-12-10T18:00:00Z')
  await place.keep()
  const { people } = await listed(teacher, id)
  expect(people.map(({ unitId, seconds }) => [unitId, seconds])).toEqual([[one.accountId, 2400]])
  expect(was(people, other)).toBeUndefined()
})
