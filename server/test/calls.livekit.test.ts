import type { Call, CallId } from '@kolosok/contract'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '#platform/new-id.ts'
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

let world: CallWorld
let ahead = 0
let teacher: ChatPerson
let mother: ChatPerson
let father: ChatPerson
let stranger: ChatPerson

beforeAll(async () => {
  world = await createCallWorld({ clock: () => new Date(Date.now() + ahead) })
  teacher = await world.person({ givenName: 'Мария' })
  mother = await world.person({ role: 'parent', givenName: 'Елена' })
  father = await world.person({ role: 'parent', givenName: 'Игорь' })
  stranger = await world.person()
}, LIVEKIT_ARRIVES_MS)
afterAll(() => world.close())

const groupChat = () => world.chat([mother, father], { moderators: [teacher], title: 'Младшая' })

describe('starting', () => {
  test('a teacher starts a call in the group, and everybody in it learns of it softly', async () => {
    const call = await startedBy(teacher, await groupChat())

    expect(call).toMatchObject({ state: 'active', chatKind: 'group', title: 'Младшая', present: 0, ring: 'none' })
    expect(call.abilities).toEqual({
      join: true,
      end: true,
      mute: true,
      remove: true,
      seeAttendance: true,
      letIn: true,
      record: true,
    })
    expect(await ringOf(mother, call)).toBe('soft')
  })

  test('a parent may not start one in the group, but where the chat allows it', async () => {
    const chatId = await groupChat()

    expect((await caller(mother).start(chatId)).json()).toMatchObject({ status: 403, code: 'forbidden' })

    await world.db.updateTable('chat').where('id', '=', chatId).set({ may_members_call: true }).execute()
    expect((await caller(mother).start(chatId)).statusCode).toBe(200)
  })

  test('a read-only chat has no calls', async () => {
    const chatId = await groupChat()
    await world.db.updateTable('chat').where('id', '=', chatId).set({ state: 'read-only' }).execute()

    expect((await caller(teacher).start(chatId)).json()).toMatchObject({ status: 409, code: 'chat-read-only' })
  })

  test('a repeated start and a second one in the chat answer the call that runs', async () => {
    const chatId = await groupChat()
    const id = newId<CallId>()

    const [first, again] = [await caller(teacher).start(chatId, id), await caller(teacher).start(chatId, id)]
    const second = await caller(teacher).start(chatId)

    expect([first, again, second].map((answer) => answer.json<Call>().id)).toEqual([id, id, id])
    expect((await teacher.page(chatId)).messages).toMatchObject([{ kind: 'call', call: { callId: id, endedAt: null } }])
  })

  test('two who start at once are in one call', async () => {
    const chatId = await world.chat([], { moderators: [teacher, stranger] })

    const answers = await Promise.all([caller(teacher).start(chatId), caller(stranger).start(chatId)])

    expect(new Set(answers.map((answer) => answer.json<Call>().id)).size).toBe(1)
  })

  test('an id that belongs to another call is refused', async () => {
    const call = await startedBy(teacher, await groupChat())

    const answer = await caller(teacher).start(await groupChat(), call.id)

    expect(answer.json()).toMatchObject({ status: 409, code: 'call-id-taken' })
  })
})

test('a call of a chat one is not in answers like none', async () => {
  const call = await startedBy(teacher, await groupChat())
  const none = { ...call, id: newId<CallId>() }
  await caller(mother).join(call)
  const her = await participantOf(world, call, mother)
  const acts = Object.entries(caller(stranger)).filter(([name]) => !['start', 'list', 'readAttendance'].includes(name))

  for (const [, act] of acts as [string, (call: Call, who: string) => ReturnType<ChatPerson['request']>][]) {
    const [hidden, missing] = [(await act(call, her)).json<object>(), (await act(none, her)).json<object>()]
    expect({ ...hidden, instance: '' }).toEqual({ ...missing, instance: '' })
    expect(hidden).toMatchObject({ status: 404, code: 'not-found' })
  }
  expect(await caller(stranger).list()).not.toContainEqual(expect.objectContaining({ id: call.id }))
})

describe('being in it', () => {
  test('the record in the chat counts who took part, and the length once it is over', async () => {
    const chatId = await groupChat()
    const call = await startedBy(teacher, chatId)
    for (const person of [teacher, mother]) {
      await caller(person).join(call)
      expect((await world.tell('joined', call, person)).statusCode).toBe(200)
    }
    await caller(teacher).end(call)

    const [message] = (await father.page(chatId)).messages
    expect(message?.call).toMatchObject({ callId: call.id, participants: 2, endedAt: expect.any(String) as string })
  })

  test('attendance holds every stay with its times, whoever is told of it twice or in the wrong order', async () => {
    const call = await startedBy(teacher, await groupChat())
    await caller(mother).join(call)
    const from = new Date(Math.floor(Date.now() / 1000) * 1000)
    const at = (seconds: number) => new Date(from.getTime() + seconds * 1000)
    await world.tell('joined', call, mother, { at: at(0), sid: 'PA_1' })
    await world.tell('joined', call, mother, { at: at(0), sid: 'PA_1' })
    await world.tell('left', call, mother, { at: at(60), sid: 'PA_1' })
    await world.tell('left', call, mother, { at: at(120), sid: 'PA_2' })
    await world.tell('joined', call, mother, { at: at(90), sid: 'PA_2' })

    const { people } = await caller(teacher).readAttendance(call)

    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({ name: 'Елена', seconds: 60 })
    expect(people[0]?.visits[0]).toEqual({ joinedAt: at(0).toISOString(), leftAt: at(60).toISOString() })
    expect(people[0]?.visits[1]?.leftAt).not.toBeNull()
  })

  test('attendance is for those who answer for the chat', async () => {
    const call = await startedBy(teacher, await groupChat())

    expect((await caller(mother).attendance(call)).json()).toMatchObject({ status: 403, code: 'forbidden' })
  })

  test('a call that everybody has left ends after a while, at the time it emptied', async () => {
    const call = await startedBy(teacher, await groupChat())
    await caller(teacher).join(call)
    await world.tell('joined', call, teacher)
    await caller(teacher).leave(call)
    ahead += 61_000

    await vi.waitFor(async () => {
      expect((await caller(mother).get(call)).json()).toMatchObject({ state: 'ended', outcome: 'empty' })
    }, 5_000)
  })

  test('a call that is found empty long after an outage lasted until somebody was last seen in it', async () => {
    const call = await startedBy(teacher, await groupChat())
    await caller(teacher).join(call)
    await world.tell('joined', call, teacher)
    const left = new Date(Date.now() + ahead + 20_000)
    ahead += 600_000
    await world.tell('left', call, teacher, { at: left })
    ahead += 61_000

    await vi.waitFor(async () => {
      expect((await caller(mother).get(call)).json()).toMatchObject({ state: 'ended', outcome: 'empty' })
    }, 5_000)
    const { startedAt, endedAt } = (await caller(mother).get(call)).json<Call & { endedAt: string }>()
    expect(Date.parse(endedAt) - Date.parse(startedAt)).toBeLessThan(30_000)
  })

  test('news without LiveKit’s signature, or with another’s, changes nothing', async () => {
    const url = '/api/livekit/webhook'
    const headers = { 'content-type': 'application/webhook+json', 'authorization': 'forged' }

    const answer = await world.request({ method: 'POST', url, headers, payload: '{"event":"room_finished"}' })

    expect(answer.json()).toMatchObject({ status: 401, code: 'not-signed-in' })
  })
})

describe('removing', () => {
  test('is for good: no way in, and the chat stays theirs', async () => {
    const call = await startedBy(teacher, await groupChat())
    await caller(father).join(call)
    await world.tell('joined', call, father)

    expect((await caller(teacher).remove(call, await participantOf(world, call, father))).statusCode).toBe(200)

    expect((await caller(father).join(call)).json()).toMatchObject({ status: 403, code: 'removed-from-call' })
    expect((await caller(father).get(call)).json()).toMatchObject({ isRemoved: true, abilities: { join: false } })
    expect((await caller(teacher).readAttendance(call)).people).toMatchObject([{ isRemoved: true }])
  })

  test('an old token lets nobody back: whoever still comes in with one leaves no trace', async () => {
    const call = await startedBy(teacher, await groupChat())
    await caller(father).join(call)
    await caller(teacher).remove(call, await participantOf(world, call, father))

    await world.tell('joined', call, father, { sid: 'PA_again' })

    expect((await caller(teacher).readAttendance(call)).people).toEqual([])
  })

  test.each([
    ['a parent', 'a parent', () => mother, () => father, 403],
    ['the teacher', 'themselves', () => teacher, () => teacher, 403],
    ['the teacher', 'somebody not in the chat', () => teacher, () => stranger, 404],
  ] as const)('%s can not remove or mute %s', async (_who, _what, host, target, status) => {
    const call = await startedBy(teacher, await groupChat())
    for (const one of [teacher, father]) await caller(one).join(call)
    const participantId = await participantOf(world, call, target())

    expect((await caller(host()).remove(call, participantId)).statusCode).toBe(status)
    expect((await caller(host()).mute(call, participantId)).statusCode).toBe(status)
  })
})

test('ending it for all is the host’s, and twice is no mistake', async () => {
  const call = await startedBy(teacher, await groupChat())

  expect((await caller(mother).end(call)).statusCode).toBe(403)
  expect((await caller(teacher).end(call)).json()).toMatchObject({ state: 'ended', outcome: 'ended' })
  expect((await caller(teacher).end(call)).statusCode).toBe(200)
  expect((await caller(mother).join(call)).json()).toMatchObject({ status: 409, code: 'call-ended' })
})

test('all devices of those in the chat hear at once that something about calls has changed', async () => {
  const chatId = await groupChat()
  const [phone, laptop] = [await mother.connect(), await mother.connect()]
  const call = await startedBy(teacher, chatId)
  const heard = (client: typeof phone) =>
    vi.waitFor(() => {
      expect(client.frames).toContainEqual({ type: 'stale', topics: ['calls'] })
    })
  await Promise.all([heard(phone), heard(laptop)])

  expect(await ringOf(mother, call)).toBe('soft')
  await caller(mother).decline(call)
  expect(await ringOf(mother, call)).toBe('none')
  phone.close()
  laptop.close()
})
