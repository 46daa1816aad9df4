import type { Call } from '@kolosok/contract'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { caller, type CallWorld, createCallWorld, LIVEKIT_ARRIVES_MS, participantOf, startedBy } from './call-world.ts'
import type { ChatPerson } from './chat-world.ts'
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

/** A call of the group, and a way into it that the mother got a moment ago. */
async function callWithToken(): Promise<{ call: Call; token: string }> {
  const call = await startedBy(teacher, await world.chat([mother], { moderators: [teacher] }))
  return { call, token: (await caller(mother).join(call)).json<{ token: string }>().token }
}

async function removeMother(call: Call) {
  return caller(teacher).remove(call, await participantOf(world, call, mother))
}

/** What a browser that comes with this token gets to hear: LiveKit's first words, or the refusal. */
async function knock(
  token: string,
  from: { origin?: string; headers?: Record<string, string> } = { origin },
): Promise<Buffer | string> {
  const socket = new WebSocket(`ws://${world.address()}/rtc?protocol=15&access_token=${token}`, from)
  const answer = await Promise.race([
    once(socket, 'message').then(([data]) => data as Buffer),
    once(socket, 'unexpected-response').then(([, { statusCode }]) => String(statusCode as number)),
  ])
  socket.terminate()
  return answer
}

test('the way in leads through our own address to LiveKit, whose answer names only this host for finding a path', async () => {
  const { token } = await callWithToken()

  const answer = await knock(token)

  expect(answer).toBeInstanceOf(Buffer)
  // The answer is protobuf, in which texts stand as they are, with a control character after each.
  const servers = answer.toString('latin1').match(/\b(?:stun|turn)s?:[\w.:?=[\]-]+/g) ?? []
  expect(servers).toHaveLength(1)
  expect(servers[0]).toMatch(/^turn:127\.0\.0\.1:\d+\?transport=udp$/)
})

test('it is for our own page, and for programs, which send no origin', async () => {
  const { token } = await callWithToken()

  expect(await knock(token, { origin: 'https://evil.test' })).toBe('403')
  expect(await knock(token, {})).toBeInstanceOf(Buffer)
})

test.each([
  { who: 'was removed', then: ({ call }: { call: Call }) => removeMother(call) },
  { who: 'left the chat', then: ({ call }: { call: Call }) => teacher.remove(call.chatId, mother) },
  { who: 'comes after the end', then: ({ call }: { call: Call }) => caller(teacher).end(call) },
])('a token of a minute ago opens nothing to somebody who $who', async ({ then }) => {
  const { call, token } = await callWithToken()
  expect((await then({ call })).statusCode).toBe(200)

  expect(await knock(token)).toBe('403')
  const validation = await world.request({ url: `/rtc/validate?access_token=${token}` })
  expect(validation.json()).toMatchObject({ status: 403, code: 'forbidden' })
})

test('who shows a good token at the door and hands LiveKit another one comes into the call of the good one', async () => {
  const { call, token } = await callWithToken()
  await removeMother(call)
  const own = await callWithToken()

  const answer = await knock(own.token, { headers: { authorization: `Bearer ${token}` } })

  expect(String(answer)).not.toContain(call.id)
  expect(String(answer)).toContain(own.call.id)
})

test('nor does one to somebody who has signed out, nor one that nobody gave', async () => {
  const { token } = await callWithToken()
  const [head = '', claims = ''] = token.split('.')

  expect(await knock(`${head}.${claims}.AAAA`)).toBe('403')
  expect(await knock('')).toBe('403')
  await world.db.updateTable('session').set({ ended_at: new Date() }).where('id', '=', mother.sessionId).execute()
  expect(await knock(token)).toBe('403')
})
