import type { Message, MessageId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createChatWorld } from './chat-world.ts'

let world: Awaited<ReturnType<typeof createChatWorld>>
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())

test('twenty sends of one message at once post it once, and burn no revision', async () => {
  const [alice, bob] = [await world.person(), await world.person()]
  const chat = await world.chat([alice, bob])
  const body = { id: newId<MessageId>(), text: 'Сдать деньги до пятницы' }

  const answers = await Promise.all(Array.from({ length: 20 }, () => alice.post(chat, body)))
  const next = (await alice.post(chat)).json<Message>()

  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
  expect(answers[0]?.statusCode).toBe(200)
  expect(next).toMatchObject({ seq: 2, rev: 2 })
})

test('an id that belongs to another message is refused, whoever and wherever tries', async () => {
  const [alice, bob] = [await world.person(), await world.person()]
  const [here, there] = [await world.chat([alice, bob]), await world.chat([alice, bob])]
  const body = { id: newId<MessageId>(), text: 'мой' }
  await alice.post(here, body)

  expect((await bob.post(here, body)).json()).toMatchObject({ status: 409, code: 'message-id-taken' })
  expect((await alice.post(there, body)).json()).toMatchObject({ status: 409, code: 'message-id-taken' })
  expect((await alice.post(there)).json()).toMatchObject({ seq: 1, rev: 1 })
})

test('a deleted message keeps its place and loses its text; deleting it again changes nothing', async () => {
  const alice = await world.person()
  const chat = await world.chat([alice])
  const message = (await alice.post(chat)).json<Message>()
  await alice.react(message)

  const deleted = (await alice.change('DELETE', message)).json<Message>()
  const again = (await alice.change('DELETE', message)).json<Message>()

  expect(deleted).toMatchObject({ seq: 1, rev: 3, text: '', reactions: {} })
  expect(again).toEqual(deleted)
  expect((await alice.change('PATCH', message, { text: 'всё же' })).json()).toMatchObject({ code: 'message-deleted' })
})

test('nobody edits the words of another, and only a moderator deletes them', async () => {
  const [alice, bob, carol] = [await world.person(), await world.person(), await world.person()]
  const chat = await world.chat([alice, bob], { moderators: [carol] })
  const message = (await alice.post(chat)).json<Message>()

  expect((await carol.change('PATCH', message, { text: 'иначе' })).statusCode).toBe(403)
  expect((await bob.change('DELETE', message)).statusCode).toBe(403)
  expect((await carol.change('DELETE', message)).statusCode).toBe(200)
})

test('an invalid body names each bad field', async () => {
  const alice = await world.person()
  const answer = await alice.post(await world.chat([alice]), { id: 'x', text: '' })

  expect(answer.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '#/id' }, { pointer: '#/text' }] })
})

test('broken JSON is the caller’s fault', async () => {
  const alice = await world.person()
  const headers = { 'content-type': 'application/json' }
  const answer = await alice.request({ method: 'POST', url: alice.messages(newId()), payload: '{"id":', headers })

  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-request' })
})
