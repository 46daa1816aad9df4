import type { Call, Recording } from '@kolosok/contract'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { recordedCalls } from '../src/calls/recorded-calls.ts'
import { createRecordedWorld, type RecordedLesson, seedRecordedLesson, type Someone } from './call-recording-world.ts'
import { caller } from './call-world.ts'
import type { MeetingWorld } from './meeting-world.ts'
import { callRecordist } from './recording-world.ts'

const SOON = { timeout: 20_000 }
/** A LiveKit that hears nothing but what is shown in its rooms, and that not always. */
const heard = { isDeaf: true, shown: [] as unknown[] }
const server = createServer((request, response) => {
  const said: Buffer[] = []
  request.on('data', (part: Buffer) => said.push(part))
  request.on('end', () => {
    const isShown = request.url?.endsWith('/UpdateRoomMetadata') === true && !heard.isDeaf
    if (isShown) heard.shown.push(JSON.parse(Buffer.concat(said).toString()))
    response.writeHead(isShown ? 200 : 503, { 'content-type': 'application/json' }).end('{}')
  })
})
let place: MeetingWorld
let lesson: RecordedLesson
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  place = await createRecordedWorld(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
})
afterAll(async () => {
  await place.world.close()
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  heard.isDeaf = true
  lesson = await seedRecordedLesson(place, await place.newGarden())
})

test('whoever came into the chat only after the call had begun, and answers for it, stops what they began', async () => {
  const { call, teacher, mother } = lesson
  const earlier = await lesson.ready()
  const later = { visible_from_seq: 100 }
  const { db } = place.world
  for (const { accountId } of [teacher, mother]) {
    await db.updateTable('chat_member').where('account_id', '=', accountId).set(later).execute()
  }
  const by = callRecordist(teacher, call)
  const { id } = (await by.start()).json<Recording>()
  expect(await by.list()).toMatchObject({ recordings: [{ id, state: 'recording' }], mayKeep: false })
  expect((await callRecordist(mother, call).stop({ id })).statusCode).toBe(404)
  expect((await by.stop({ id })).json()).toMatchObject({ state: 'finishing', stoppedFor: 'asked' })
  expect(await by.list()).toMatchObject({ recordings: [] })
  expect((await by.play(earlier)).statusCode).toBe(404)
  expect((await by.remove(earlier)).statusCode).toBe(404)
})

test('it ends with the call, and with the organization’s closing', async () => {
  const { call, chatId, teacher } = lesson
  const by = callRecordist(teacher, call)
  const first = (await by.start()).json<Recording>()
  await caller(teacher).end(call)
  expect(await by.read(first)).toMatchObject({ state: 'finishing', stoppedFor: 'over' })

  const next = (await caller(teacher).start(chatId)).json<Call>()
  const second = (await callRecordist(teacher, next).start()).json<Recording>()
  // As a closing leaves them.
  await place.world.db.updateTable('chat').where('id', '=', chatId).set({ state: 'read-only' }).execute()
  await expect
    .poll(() => callRecordist(teacher, next).read(second), { timeout: 20_000 })
    .toMatchObject({ state: 'finishing', stoppedFor: 'over' })
})

test('it ends a minute after the last of those who may stop it has gone, whoever talks on', async () => {
  const { call, teacher, mother } = lesson
  const by = callRecordist(teacher, call)
  const minute = 60_000
  const visit = (who: Someone) => ({
    ...{ call_id: call.id, account_id: who.accountId, participant_sid: newId(), joined_at: place.time.at },
  })
  await place.world.db
    .insertInto('call_visit')
    .values([visit(teacher), visit(mother)])
    .execute()
  const recording = (await by.start()).json<Recording>()
  const minuteAgo = () => new Date(place.time.at.getTime() - minute)
  const isAttended = () => recordedCalls(place.world.context).isAttended(place.world.db, call.id, minuteAgo())
  place.time.at = new Date(place.time.at.getTime() + 10 * minute)
  expect(await isAttended()).toBe(true)
  const leave = (left_at: Date) =>
    place.world.db.updateTable('call_visit').set({ left_at }).where('account_id', '=', teacher.accountId).execute()
  await leave(new Date(minuteAgo().getTime() + 1))
  expect(await isAttended()).toBe(true)
  expect(await by.read(recording)).toMatchObject({ state: 'recording' })

  await leave(minuteAgo())
  expect(await isAttended()).toBe(false)
  await expect.poll(() => by.read(recording), { timeout: 20_000 }).toMatchObject({ stoppedFor: 'unattended' })
  expect((await caller(mother).get(call)).json<Call>().isRecorded).toBe(false)
  expect(await lesson.actions()).toContain('call-recording.stopped')
})

test('nobody goes on seeing that it is recorded: what LiveKit did not hear when it was stopped is said to it again', async () => {
  const { call, teacher } = lesson
  const by = callRecordist(teacher, call)
  const recording = (await by.start()).json<Recording>()
  await by.stop(recording)
  await expect.poll(() => by.read(recording), SOON).toMatchObject({ state: 'failed' })
  heard.isDeaf = false
  const nothing = { room: call.id, metadata: JSON.stringify({ isRecorded: false }) }
  await expect.poll(() => heard.shown, SOON).toContainEqual(expect.objectContaining(nothing))
})
