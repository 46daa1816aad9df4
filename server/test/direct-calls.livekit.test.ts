import { type Call, type JournalEntry, RING_MS } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  caller,
  type CallWorld,
  createCallWorld,
  LIVEKIT_ARRIVES_MS,
  participantOf,
  ringOf,
  startedBy,
} from './call-world.ts'
import type { ChatPerson } from './chat-world.ts'
import { keepQuiet } from './quiet-seed.ts'

let world: CallWorld
let ahead = 0
let teacher: ChatPerson
let mother: ChatPerson

beforeAll(async () => {
  world = await createCallWorld({ clock: () => new Date(Date.now() + ahead) })
  teacher = await world.person({ givenName: 'Мария' })
}, LIVEKIT_ARRIVES_MS)
afterAll(() => world.close())

/** A mother, new each time, calls the teacher. */
async function callTheTeacher(): Promise<Call> {
  mother = await world.person({ role: 'parent', givenName: 'Елена' })
  return startedBy(mother, await world.directChat(teacher, mother))
}

const recordOf = async ({ chatId }: Call) => (await teacher.page(chatId)).messages.at(-1)?.call

test('a direct call rings the other one aloud until any of their devices answers, then on none', async () => {
  const call = await callTheTeacher()
  expect(call.state).toBe('ringing')
  expect(await ringOf(teacher, call)).toBe('loud')

  const { token, call: answered } = (await caller(teacher).join(call)).json<{ token: string; call: Call }>()

  expect(token).toMatch(/^ey/)
  expect(answered).toMatchObject({ state: 'active', ring: 'none', title: 'Елена' })
})

test('it rings without a sound where the chat is muted', async () => {
  const father = await world.person({ role: 'parent', givenName: 'Игорь' })
  const chatId = await world.directChat(teacher, father)
  await teacher.mute(chatId)

  const call = await startedBy(father, chatId)

  expect(await ringOf(teacher, call)).toBe('soft')
})

test('declined, it is over, and says so', async () => {
  const call = await callTheTeacher()

  expect((await caller(teacher).decline(call)).json()).toMatchObject({ state: 'ended', outcome: 'declined' })
  expect(await recordOf(call)).toMatchObject({ outcome: 'declined', participants: 0 })
})

test('given up before an answer, it was missed', async () => {
  const call = await callTheTeacher()

  expect((await caller(mother).leave(call)).json()).toMatchObject({ state: 'ended', outcome: 'missed' })
  expect(await recordOf(call)).toMatchObject({ outcome: 'missed' })
})

test('when nobody answers it ends by itself as missed', async () => {
  const call = await callTheTeacher()
  ahead += RING_MS

  await vi.waitFor(async () => {
    expect((await caller(mother).get(call)).json()).toMatchObject({ state: 'ended', outcome: 'missed' })
  }, 5_000)
})

test('its length counts from the answer, not from the first ring', async () => {
  const call = await callTheTeacher()
  ahead += 20_000
  const { call: answered } = (await caller(teacher).join(call)).json<{ call: Call }>()
  await caller(mother).end(call)

  const rang = Date.parse(answered.startedAt) - Date.parse(call.startedAt)
  expect(rang).toBeGreaterThanOrEqual(20_000)
  expect((await recordOf(call))?.startedAt).toBe(answered.startedAt)
})

test('it has no host: nobody mutes or removes the other', async () => {
  const call = await callTheTeacher()

  await caller(teacher).join(call)
  const her = await participantOf(world, call, teacher)
  expect((await caller(mother).mute(call, her)).statusCode).toBe(403)
  expect((await caller(mother).remove(call, her)).statusCode).toBe(403)
  expect((await caller(mother).attendance(call)).statusCode).toBe(403)
})

test('in quiet hours it is shown without a sound, and a group’s only in its chat', async () => {
  const [father, colleague] = [await world.person({ role: 'parent' }), await world.person()]
  await keepQuiet(world, world.organizationId)
  const direct = await startedBy(father, await world.directChat(teacher, father))
  const group = await startedBy(teacher, await world.chat([teacher, colleague]))

  expect(await ringOf(teacher, direct)).toBe('silent')
  expect(await ringOf(colleague, group)).toBe('none')
})

test('the office reads in its journal of no direct call, and of every other one', async () => {
  const [admin, colleague] = [await world.person({ isAdmin: true }), await world.person()]
  for (const chatId of [await world.directChat(colleague, teacher), await world.chat([colleague, teacher])]) {
    const call = await startedBy(colleague, chatId)
    await caller(teacher).join(call)
    await caller(colleague).end(call)
  }

  const url = `/api/organizations/${world.organizationId}/journal?by=${colleague.accountId}`
  const { entries } = (await admin.request({ url })).json<{ entries: JournalEntry[] }>()
  expect(entries.map(({ action }) => action)).toEqual(['call.ended', 'call.started'])
})
