import type { Call } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lockChat } from '#chats/index.ts'
import { transact } from '#platform/db.ts'
import { hostOf, JUST_BEFORE, seedMeetingCall } from './guest-world.ts'
import { createMeetingWorld, type MeetingGarden } from './meeting-world.ts'
import type { World } from './world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  garden = await place.newGarden()
})

const withRoom = () => seedMeetingCall(place, garden, { hasWaitingRoom: true })
const asCaller = ({ request }: Pick<World, 'request'>, callId: string) => ({
  wait: () => request({ method: 'PUT', url: `/api/calls/${callId}/waiting` }),
  join: async () =>
    (await request({ method: 'POST', url: `/api/calls/${callId}/token` })).json<{ code: string }>().code,
  leave: () => request({ method: 'PUT', url: `/api/calls/${callId}/leave` }),
  see: async () => (await request({ url: `/api/calls/${callId}` })).json<Call>(),
})
/** There is no LiveKit here: past the door the answer is this. */
const IN = 'calls-unavailable'

test('whoever is invited waits, gets no way in before, and comes in when the host says so', async () => {
  const { callId, host, mother, teacher } = await withRoom()
  const her = asCaller(mother, callId)
  expect(await her.join()).toBe('waiting-room')
  expect(await her.see()).toMatchObject({ door: 'waiting', waiting: 0, abilities: { join: true, letIn: false } })

  expect((await her.wait()).json()).toMatchObject({ door: 'waiting' })
  expect(await host.ids()).toEqual([mother.accountId])
  expect(await asCaller(teacher, callId).see()).toMatchObject({ door: 'open', waiting: 1, abilities: { letIn: true } })
  expect(await her.join()).toBe('waiting-room')

  const answer = await host.decide(true, mother.accountId)
  expect(answer.json()).toEqual({ people: [], noPlace: 0 })
  expect(await her.see()).toMatchObject({ door: 'open' })
  expect(await her.join()).toBe(IN)
  expect(await asCaller(teacher, callId).join()).toBe(IN)
})

test('whoever is turned away hears it, and is let in after all when the host thinks better of it', async () => {
  const { callId, host, mother } = await withRoom()
  const her = asCaller(mother, callId)
  await her.wait()
  await host.decide(false, mother.accountId)
  expect([await her.join(), (await her.see()).door]).toEqual(['turned-away', 'turned-away'])
  await her.wait()
  expect(await host.ids()).toEqual([`not ${mother.accountId}`])

  await host.decide(true, mother.accountId)
  expect(await her.join()).toBe(IN)
  await host.decide(false, mother.accountId)
  expect(await her.join(), 'nobody is turned away who is in').toBe(IN)
})

test('who has closed the screen, or has gone, waits no more; who comes back waits again', async () => {
  const { callId, host, mother } = await withRoom()
  const her = asCaller(mother, callId)
  await her.wait()
  place.time.at = new Date(JUST_BEFORE.getTime() + 31_000)
  expect(await host.ids()).toEqual([])
  await her.wait()
  expect(await host.ids()).toEqual([mother.accountId])
  await her.leave()
  expect(await host.ids()).toEqual([])
})

test('whoever says again that they wait queues for nobody who writes in the chat', async () => {
  const { callId, chatId, host, mother } = await withRoom()
  const her = asCaller(mother, callId)
  await her.wait()
  place.time.at = new Date(JUST_BEFORE.getTime() + 20_000)
  await transact(place.world.db, async (tx) => {
    await lockChat(tx, chatId)
    expect((await her.wait()).json()).toMatchObject({ door: 'waiting' })
  })
  place.time.at = new Date(JUST_BEFORE.getTime() + 40_000)
  expect(await host.ids(), 'was heard').toEqual([mother.accountId])
})

test('only whoever leads the meeting lets people in, and nobody lets themselves in', async () => {
  const { callId, groupId, meeting, mother, teacher } = await withRoom()
  const father = await garden.parent([await garden.child('Оля М.', groupId)])
  await garden.enter(father, meeting.id)
  const stranger = await garden.parent([])
  await asCaller(mother, callId).wait()

  const codes = async (who: typeof mother) => [
    await hostOf(who, callId).waiting(),
    (await hostOf(who, callId).decide(true, mother.accountId)).statusCode,
  ]
  expect([await codes(mother), await codes(father), await codes(stranger)]).toEqual([
    [403, 403],
    [403, 403],
    [404, 404],
  ])
  expect(await asCaller(mother, callId).join()).toBe('waiting-room')
  // Nobody who has not come to the door is let in ahead, whatever ids are sent.
  await hostOf(teacher, callId).decide(true, father.accountId, stranger.accountId)
  expect(await asCaller(father, callId).join()).toBe('waiting-room')
})

test('nobody but the host begins, so nobody becomes the host by being early', async () => {
  const { teacher, parents, groupId } = await garden.groupOf('Старшая', 'Оля М.')
  const colleague = await garden.teacher({ groups: [groupId] })
  const meeting = await garden.planned(teacher, { ...garden.forGroup(groupId), kind: 'online', hasWaitingRoom: true })
  place.time.at = JUST_BEFORE
  const { chatId } = (await garden.enter(colleague, meeting.id)).json<{ chatId: string }>()
  const start = async (who: typeof teacher) => {
    const url = `/api/chats/${chatId}/calls/${crypto.randomUUID()}`
    return (await who.request({ method: 'PUT', url })).json<{ code: string }>().code
  }
  expect([await start(colleague), await start(parents[0] as typeof teacher), await start(teacher)]).toEqual([
    'host-not-here',
    'forbidden',
    IN,
  ])
})

test('switched on while a call goes on it stops only who comes then; switched off it opens', async () => {
  const { callId, meeting, groupId, mother, teacher } = await seedMeetingCall(place, garden)
  const father = await garden.parent([await garden.child('Оля М.', groupId)])
  await garden.enter(father, meeting.id)
  const { db } = place.world
  const inside = { call_id: callId, account_id: mother.accountId, session_id: mother.sessionId }
  await db.insertInto('call_person').values(inside).execute()
  const change = (rev: number, hasWaitingRoom: boolean) =>
    garden.plan(teacher, { ...garden.forGroup(groupId), kind: 'online', rev, hasWaitingRoom }, meeting.id)

  expect((await change(1, true)).json()).toMatchObject({ hasWaitingRoom: true })
  expect([await asCaller(mother, callId).join(), await asCaller(father, callId).join()]).toEqual([IN, 'waiting-room'])
  expect((await change(2, false)).statusCode).toBe(200)
  expect(await asCaller(father, callId).join()).toBe(IN)
})

test('a meeting in one place has none, whatever is asked', async () => {
  const teacher = await garden.admin()
  expect(await garden.planned(teacher, { hasWaitingRoom: true })).toMatchObject({ hasWaitingRoom: false })
})
