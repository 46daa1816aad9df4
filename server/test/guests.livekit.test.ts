import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type Call, type ChildId, type GuestLinkId, guestIdentity, type MeetingId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newId } from '#platform/new-id.ts'
import { caller, type CallWorld, createCallWorld, LIVEKIT_ARRIVES_MS, participantOf, startedBy } from './call-world.ts'
import type { ChatPerson } from './chat-world.ts'
import { guestBy, hostOf } from './guest-world.ts'
import { origin } from './world.ts'

let world: CallWorld
let teacher: ChatPerson
let mother: ChatPerson
beforeAll(async () => {
  world = await createCallWorld()
  teacher = await world.person({ givenName: 'Мария' })
  mother = await world.person({ role: 'parent', givenName: 'Елена' })
}, LIVEKIT_ARRIVES_MS)
afterAll(() => world.close())

/** A call held for a meeting, with a waiting room and a link. */
async function meetingCall(): Promise<{ call: Call; token: string }> {
  const chatId = await world.chat([mother], { moderators: [teacher] })
  const [meetingId, token] = [newId<MeetingId>(), newId()]
  const { organizationId, db } = world
  await db
    .insertInto('meeting')
    .values({
      id: meetingId,
      organization_id: organizationId,
      organizer_id: teacher.accountId,
      title: 'Собрание',
      kind: 'online',
      starts_at: new Date(Date.now() - 60_000),
      ends_at: new Date(Date.now() + 3_600_000),
      chat_id: chatId,
      has_waiting_room: true,
    })
    .execute()
  const tokenHash = createHash('sha256').update(token).digest()
  const link = { id: newId<GuestLinkId>(), meeting_id: meetingId, token_hash: tokenHash, max_guests: 3 }
  await db
    .insertInto('guest_link')
    .values({ ...link, made_by: teacher.accountId, made_at: new Date() })
    .execute()
  return { call: await startedBy(teacher, chatId), token }
}

/** What LiveKit's door says to this token. */
async function knock(token: string): Promise<string> {
  const socket = new WebSocket(`ws://${world.address()}/rtc?protocol=15&access_token=${token}`, { origin })
  const answer = await Promise.race([
    once(socket, 'message').then(() => 'in'),
    once(socket, 'unexpected-response').then(([, { statusCode }]) => String(statusCode as number)),
  ])
  socket.terminate()
  return answer
}

type Claims = { sub: string; name: string; attributes: Record<string, string>; video: Record<string, unknown> }
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims
const tokenFrom = (answer: { json: () => unknown }) => (answer.json() as { token?: string }).token ?? ''

test('a guest comes into the one room, marked by the server, and out of it for good when removed', async () => {
  const { call, token } = await meetingCall()
  const guest = guestBy(world, token)
  const { id } = (await guest.ask('Анна')).json<{ id: string }>()
  expect(tokenFrom(await guest.join())).toBe('')
  const host = hostOf(teacher, call.id)
  await host.decide(true, id)

  const pass = tokenFrom(await guest.join())
  expect(claimsOf(pass)).toMatchObject({
    sub: guestIdentity(id),
    name: 'Анна',
    attributes: { isGuest: 'true', label: '', isConfirmed: 'false' },
    video: { room: call.id, roomJoin: true, canPublishData: false, canUpdateOwnMetadata: false },
  })
  expect(await knock(pass)).toBe('in')

  expect((await host.mute(id)).statusCode).toBe(200)
  expect((await host.remove(id)).statusCode).toBe(200)
  expect([await knock(pass), tokenFrom(await guest.join())]).toEqual(['403', ''])
})

test('whoever waits gets no token, and what everybody in a meeting’s room hears names no child', async () => {
  const { call } = await meetingCall()
  const childId = newId<ChildId>()
  await world.db
    .insertInto('child')
    .values({ id: childId, organization_id: world.organizationId, name: 'Ваня К.' })
    .execute()
  const tie = { child_id: childId, membership_id: mother.membershipId, label: 'мама Вани' }
  await world.db.insertInto('guardianship').values(tie).execute()
  expect(tokenFrom(await caller(mother).join(call))).toBe('')
  await mother.request({ method: 'PUT', url: `/api/calls/${call.id}/waiting` })
  expect(tokenFrom(await caller(mother).join(call))).toBe('')
  await hostOf(teacher, call.id).decide(true, mother.accountId)
  const pass = tokenFrom(await caller(mother).join(call))
  expect(claimsOf(pass).attributes).toEqual({ label: '', isConfirmed: 'false', isGuest: 'false' })
})

test('guests hold no call open, and their stay is written down as told by LiveKit', async () => {
  const { call, token } = await meetingCall()
  const guest = guestBy(world, token)
  const { id } = (await guest.ask('Анна')).json<{ id: string }>()
  await hostOf(teacher, call.id).decide(true, id)
  await guest.join()
  await caller(teacher).join(call)
  await world.tell('joined', call, teacher)
  const as = { identity: guestIdentity(id) }
  await world.tell('joined', call, as)
  const stays = () =>
    world.db.selectFrom('guest_visit').where('call_id', '=', call.id).select(['guest_id', 'left_at']).execute()
  expect(await stays()).toMatchObject([{ guest_id: id, left_at: null }])
  await world.tell('left', call, teacher)
  const row = await world.db.selectFrom('call').where('id', '=', call.id).selectAll().executeTakeFirstOrThrow()
  expect(row.idle_since, 'a guest alone is nobody').not.toBeNull()
  await caller(teacher).end(call)
  expect((await stays())[0]?.left_at).not.toBeNull()
})

test('nobody is known again by what a guest reads of them in the room: in each call they are named anew', async () => {
  const { call } = await meetingCall()
  const named = async (one: Call, who: ChatPerson) => claimsOf(tokenFrom(await caller(who).join(one))).sub
  const first = await named(call, teacher)
  expect(await named(call, teacher), 'again, or on another device').toBe(first)
  await caller(teacher).end(call)
  const next = await named(await startedBy(teacher, call.chatId), teacher)
  expect(new Set([first, next, teacher.accountId]).size).toBe(3)
})

test('what LiveKit tells of a name is written down of the person behind it', async () => {
  const { call } = await meetingCall()
  await caller(teacher).join(call)
  await world.tell('joined', call, { identity: await participantOf(world, call, teacher) }, { sid: 'PA_1' })
  await world.tell('joined', call, { identity: teacher.accountId }, { sid: 'PA_2' })
  expect((await caller(teacher).readAttendance(call)).people).toMatchObject([
    { accountId: teacher.accountId, visits: [{ leftAt: null }] },
  ])
})
