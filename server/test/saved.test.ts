import type { Chat, ChatId, Message, MessageId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { type ChatPerson, createChatWorld } from './chat-world.ts'

let world: Awaited<ReturnType<typeof createChatWorld>>
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())

const open = (person: ChatPerson) => person.request({ method: 'PUT', url: '/api/saved-chat' })
const openSaved = async (person: ChatPerson) => (await open(person)).json<Chat>()
const save = (person: ChatPerson, { id, chatId }: Pick<Message, 'id' | 'chatId'>) =>
  person.request({ method: 'PUT', url: `/api/saved-chat/originals/${id}`, payload: { chatId } })
const get = (person: ChatPerson, chatId: ChatId, id: MessageId) =>
  person.request({ url: `/api/chats/${chatId}/messages/${id}` })

test('twenty openings at once make one, which is in the list of its owner alone', async () => {
  const [alice, bob] = [await world.person(), await world.person({ isAdmin: true })]
  const answers = await Promise.all(Array.from({ length: 20 }, () => open(alice)))

  expect(new Set(answers.map((answer) => answer.json<Chat>().id)).size).toBe(1)
  const saved = await openSaved(alice)
  expect(saved).toMatchObject({ kind: 'saved', organizationId: null, memberCount: 1, unread: 0 })
  expect(saved.abilities).toMatchObject({
    post: true,
    startCall: false,
    addMembers: false,
    invite: false,
    leave: false,
  })
  expect((await alice.chats()).chats.map(({ id }) => id)).toContain(saved.id)
  expect((await bob.chats()).chats).toEqual([])
})

test('nobody else reads, enters, writes to or calls in it, whatever their role', async () => {
  const [alice, admin] = [await world.person(), await world.person({ role: 'management', isAdmin: true })]
  const saved = await openSaved(alice)
  const own = (await alice.post(saved.id, { text: 'Пароль от шкафа: у Оли' })).json<Message>()
  const url = `/api/chats/${saved.id}`

  const tries = await Promise.all([
    admin.request({ url }),
    admin.request({ url: `${url}/messages` }),
    get(admin, saved.id, own.id),
    admin.request({ url: `${url}/members` }),
    admin.request({ method: 'POST', url: `${url}/enter` }),
    admin.post(saved.id),
    save(admin, own),
    admin.request({ method: 'PUT', url: `${url}/calls/${newId()}` }),
  ])
  expect(tries.map((answer) => answer.statusCode)).toEqual(tries.map(() => 404))
})

test('what is saved twice is there once; taken out, it can be saved again', async () => {
  const [alice, bob] = [await world.person(), await world.person()]
  const said = (await bob.post(await world.chat([alice, bob]))).json<Message>()

  const answers = await Promise.all(Array.from({ length: 10 }, () => save(alice, said)))
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
  const kept = answers[0]?.json<Message>()
  expect(kept).toMatchObject({ kind: 'saved', text: '', original: { chatId: said.chatId, messageId: said.id } })

  if (kept) expect((await alice.change('DELETE', kept)).statusCode).toBe(200)
  expect((await save(alice, said)).json<Message>().id).not.toBe(kept?.id)
})

test('what is saved holds no words: taken back or out of sight there, it is so here', async () => {
  const [alice, bob, carol] = [await world.person(), await world.person(), await world.person()]
  const chat = await world.chat([alice, bob], { moderators: [carol] })
  const [first, second] = [(await bob.post(chat)).json<Message>(), (await bob.post(chat)).json<Message>()]
  await Promise.all([save(alice, first), save(alice, second)])

  await bob.change('DELETE', first)
  expect((await get(alice, chat, first.id)).json<{ message: Message }>().message).toMatchObject({ text: '' })
  await carol.request({ method: 'DELETE', url: `/api/chats/${chat}/members/${alice.accountId}` })
  expect((await get(alice, chat, second.id)).statusCode).toBe(404)
  const { messages } = await alice.page((await openSaved(alice)).id)
  expect(messages.map(({ kind, text, attachments }) => [kind, text, attachments])).toEqual([
    ['saved', '', []],
    ['saved', '', []],
  ])
})

test('only what somebody said is saved, and only by who sees it', async () => {
  const [alice, bob, stranger] = [await world.person(), await world.person(), await world.outsider()]
  const chat = await world.chat([alice, bob])
  const said = (await bob.post(chat)).json<Message>()
  const own = (await alice.post((await openSaved(alice)).id)).json<Message>()

  const hidden = await save(stranger as ChatPerson, said)
  const missing = await save(stranger as ChatPerson, { ...said, id: newId<MessageId>() })
  expect([hidden.statusCode, missing.statusCode]).toEqual([404, 404])
  expect((await save(alice, own)).statusCode).toBe(403)
  await bob.change('DELETE', said)
  expect((await save(alice, said)).json()).toMatchObject({ status: 409, code: 'message-deleted' })
})
