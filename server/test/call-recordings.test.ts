import type {
  Call,
  CallId,
  ConsentPurpose,
  GuestView,
  HeldLesson,
  Message,
  Recording,
  RecordingAudience,
  RecordingId,
} from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createTasks } from '../src/tasks.ts'
import { createRecordedWorld, type RecordedLesson, seedRecordedLesson, type Someone } from './call-recording-world.ts'
import { caller } from './call-world.ts'
import { codeOf, guestBy, JUST_BEFORE, linkOf, tokenIn } from './guest-world.ts'
import { DAY, HOUR, type MeetingGarden, type MeetingWorld } from './meeting-world.ts'
import { callRecordist } from './recording-world.ts'

let place: MeetingWorld
let garden: MeetingGarden
let lesson: RecordedLesson
beforeAll(async () => (place = await createRecordedWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  garden = await place.newGarden()
  lesson = await seedRecordedLesson(place, garden)
})

const seenBy = async (who: Someone) => (await caller(who).get(lesson.call)).json<Call>()
const recordOf = async (who: Someone) => {
  const page = await who.request({ url: `/api/chats/${lesson.chatId}/messages` })
  return page.json<{ messages: Message[] }>().messages.find(({ kind }) => kind === 'call')?.call
}
const audience = (who: Someone) => who.request({ url: `/api/calls/${lesson.call.id}/recording-audience` })
const ready = (bytes?: Buffer) => lesson.ready(bytes)

test('begun and stopped by whoever answers for the chat; a parent who began the call records nobody', async () => {
  const { call, chatId, teacher, mother } = lesson
  const by = callRecordist(teacher, call)
  expect((await seenBy(teacher)).abilities.record).toBe(true)
  expect((await seenBy(mother)).abilities.record).toBe(false)
  expect((await callRecordist(mother, call).start()).json()).toMatchObject({ status: 403 })
  expect((await callRecordist(await garden.head(), call).start()).statusCode).toBe(404)

  const id = newId<RecordingId>()
  const [first, again] = [(await by.start(id)).json<Recording>(), (await by.start(id)).json<Recording>()]
  expect(first).toMatchObject({ state: 'recording', fileId: null })
  expect(again).toEqual(first)
  expect(codeOf(await by.start())).toBe('recording-going-on')
  expect((await callRecordist(mother, call).stop({ id })).statusCode).toBe(403)
  expect((await by.stop({ id })).json()).toMatchObject({ state: 'finishing', stoppedFor: 'asked' })
  expect(await lesson.actions()).toEqual(['call-recording.started', 'call-recording.stopped'])

  await caller(teacher).end(call)
  expect(codeOf(await by.start())).toBe('call-ended')
  await place.world.db.updateTable('chat').where('id', '=', chatId).set({ may_members_call: true }).execute()
  const own = (await caller(mother).start(chatId)).json<Call>()
  expect(own.abilities).toMatchObject({ end: true, record: false })
  expect((await callRecordist(mother, own).start()).statusCode).toBe(403)
})

test('everybody knows that it is recorded before they come in, guests too; the chat and the lesson say so afterwards', async () => {
  const { call, teacher, mother } = lesson
  expect((await seenBy(mother)).isRecorded).toBe(false)
  expect(await recordOf(mother)).toMatchObject({ isRecorded: false })
  const guest = guestBy(place.world, tokenIn(await linkOf(teacher, lesson.id)))
  expect((await guest.ask('Анна Петровна')).json<GuestView>()).toMatchObject({ isGoingOn: true, isRecorded: false })

  const { id } = (await callRecordist(teacher, call).start()).json<Recording>()
  expect((await seenBy(mother)).isRecorded).toBe(true)
  expect(await recordOf(mother)).toMatchObject({ isRecorded: true, endedAt: null })
  expect((await guest.look()).json<GuestView>()).toMatchObject({ isRecorded: true })

  await callRecordist(teacher, call).stop({ id })
  expect((await seenBy(mother)).isRecorded).toBe(false)
  expect((await guest.look()).json<GuestView>()).toMatchObject({ isRecorded: false })
  // What was begun here fails as soon as it is looked at: there is no LiveKit.
  await ready()
  expect(await garden.seen(mother, lesson.id)).toMatchObject({ recordedCalls: [call.id] })
  expect(await garden.seen(await garden.head(), lesson.id)).toMatchObject({ recordedCalls: [] })

  await caller(teacher).end(call)
  place.time.at = new Date(JUST_BEFORE.getTime() + 4 * HOUR)
  await place.keep()
  const year = await teacher.request({ url: `/api/organizations/${garden.id}/lessons?year=2026` })
  expect(year.json<{ lessons: HeldLesson[] }>().lessons).toMatchObject([{ topic: 'Сказка', isRecorded: true }])
})

test('who saw the call in the chat plays it from wherever they like; only who answers for the chat takes it along', async () => {
  const { call, teacher, mother } = lesson
  const recording = await ready(Buffer.from('0123456789'))
  const part = await callRecordist(mother, call).play(recording, 'bytes=4-6')
  expect([part.statusCode, part.body]).toEqual([206, '456'])
  expect(await callRecordist(mother, call).list()).toMatchObject({ mayKeep: false, recordings: [{ size: 10 }] })
  expect((await callRecordist(mother, call).download(recording)).statusCode).toBe(403)
  expect((await callRecordist(teacher, call).list()).mayKeep).toBe(true)
  expect((await callRecordist(teacher, call).download(recording)).statusCode).toBe(200)
})

test('hidden equals missing: to the head outside the chat, to who came later, was sent away or has left', async () => {
  const { call, chatId, mother, other } = lesson
  const { db } = place.world
  const recording = await ready()
  const answers = async (who: Someone) => [
    (await callRecordist(who, call).ask()).statusCode,
    (await callRecordist(who, call).play(recording)).statusCode,
  ]
  const member = (who: Someone, change: object) =>
    db.updateTable('chat_member').where('account_id', '=', who.accountId).set(change).execute()
  expect(await answers(await garden.head())).toEqual([404, 404])
  expect(await answers(mother)).toEqual([200, 200])

  await member(mother, { visible_from_seq: 100 })
  expect(await answers(mother)).toEqual([404, 404])
  expect(await garden.seen(mother, lesson.id)).toMatchObject({ recordedCalls: [] })
  await member(mother, { visible_from_seq: 1 })

  const person = { call_id: call.id, account_id: mother.accountId, removed_at: new Date() }
  await db
    .insertInto('call_person')
    .values({ ...person, removed_by: lesson.teacher.accountId })
    .execute()
  expect(await answers(mother)).toEqual([404, 404])

  expect(await answers(other)).toEqual([200, 200])
  await db.deleteFrom('chat_member').where('chat_id', '=', chatId).where('account_id', '=', other.accountId).execute()
  expect(await answers(other)).toEqual([404, 404])
})

test('deleted by who answers for the chat, or by itself after thirty days', async () => {
  const { call, teacher, mother } = lesson
  const [one, two] = [await ready(), await ready()]
  expect((await callRecordist(mother, call).remove(one)).statusCode).toBe(403)
  expect((await callRecordist(teacher, { id: newId<CallId>() }).remove(one)).statusCode).toBe(404)
  expect((await callRecordist(teacher, call).remove(one)).json()).toMatchObject({ state: 'deleted', fileId: null })
  expect((await callRecordist(mother, call).play(one)).statusCode).toBe(404)
  expect(await recordOf(mother)).toMatchObject({ isRecorded: true })

  place.time.at = new Date(JUST_BEFORE.getTime() + 31 * DAY)
  await createTasks(place.world.context)['expire-recordings']?.run({})
  expect(await callRecordist(mother, call).read(two)).toMatchObject({ state: 'deleted', fileId: null })
  expect(await recordOf(mother)).toMatchObject({ isRecorded: false })
  expect(await lesson.actions()).toEqual(['call-recording.deleted', 'call-recording.expired'])
})

test('whoever begins is told how many will be able to look, and how many children may not be filmed', async () => {
  const { teacher, mother } = lesson
  const told = async () => (await audience(teacher)).json<RecordingAudience>()
  expect((await audience(mother)).statusCode).toBe(403)
  expect(await told()).toEqual({ people: 3, withoutConsent: null })

  const id = newId()
  const purpose = await (
    await garden.admin()
  ).request({
    method: 'PUT',
    url: `/api/organizations/${garden.id}/consent-purposes/${id}`,
    payload: { template: 'child-video', title: 'Видеосъёмка', text: 'Снимать на занятиях.' },
  })
  expect(await told()).toEqual({ people: 3, withoutConsent: 2 })
  const { version } = purpose.json<ConsentPurpose>()
  const { consents } = (await mother.request({ url: '/api/me/consents' })).json<{ consents: { unitId: string }[] }>()
  await mother.request({
    method: 'PUT',
    url: `/api/consent-purposes/${id}/units/${String(consents[0]?.unitId)}/decisions/${newId()}`,
    payload: { version, isGiven: true, after: null },
  })
  expect(await told()).toEqual({ people: 3, withoutConsent: 1 })
})
