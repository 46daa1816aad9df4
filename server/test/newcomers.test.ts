import { type Message, type ServerFrame, visibleMessages } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'
import { uploadPhoto } from './chat-files.ts'

// What newcomers may not see binds pages, single messages, catching up, live frames, quotes and files.
let world: ChatWorld
beforeAll(async () => (world = await createChatWorld({ nodes: 2 })))
afterAll(() => world.close())

/** A chat with a past, and somebody who came after its three messages. */
async function chatWithNewcomer() {
  const [old, author, newcomer] = [await world.person(), await world.person(), await world.person()]
  const chatId = await world.chat([old, author], { newcomersSee: 'from-joining' })
  const past: Message[] = []
  for (const text of ['первое', 'второе', 'третье']) past.push((await author.post(chatId, { text })).json<Message>())
  await world.db
    .insertInto('chat_member')
    .values({
      chat_id: chatId,
      account_id: newcomer.accountId,
      membership_id: newcomer.membershipId,
      role: 'member',
      visible_from_seq: 4,
      joined_rev: 3,
      read_seq: 3,
    })
    .execute()
  await world.db.updateTable('chat').set({ audience_version: 2 }).where('id', '=', chatId).execute()
  return { old, author, newcomer, chatId, past }
}

const changesOf = (frames: readonly ServerFrame[]) => frames.filter((frame) => frame.type === 'changes')

test('pages end where their time begins, and the list knows nothing older', async () => {
  const { author, newcomer, chatId, past } = await chatWithNewcomer()
  expect(await newcomer.page(chatId)).toMatchObject({ rev: 3, messages: [], isStart: true })
  expect((await newcomer.chats()).chats[0]).toMatchObject({ lastMessage: null, unread: 0 })

  await author.post(chatId, { text: 'четвёртое' })
  expect(await newcomer.page(chatId)).toMatchObject({ messages: [{ text: 'четвёртое' }], isStart: true })
  expect((await newcomer.page(chatId, 4)).messages).toEqual([])
  expect((await newcomer.chats()).chats[0]).toMatchObject({ lastMessage: { seq: 4 }, unread: 1 })
  for (const message of past) expect((await newcomer.get(message)).statusCode).toBe(404)
})

test('a change to an older message reaches them as a revision only, and as itself everybody else', async () => {
  const { old, author, newcomer, chatId, past } = await chatWithNewcomer()
  const watching = await old.connect()
  const arrived = await newcomer.connect()
  watching.hold(chatId, await old.page(chatId))
  arrived.hold(chatId, await newcomer.page(chatId))

  await author.change('PATCH', past[1] as Message, { text: 'второе, исправленное' })
  await author.post(chatId, { text: 'новое' })

  await vi.waitFor(() => {
    expect(watching.state(chatId)?.rev).toBe(5)
    expect(arrived.state(chatId)?.rev).toBe(5)
  })
  expect(watching.state(chatId)?.messages.map(({ text }) => text)).toContain('второе, исправленное')
  expect(arrived.state(chatId)?.messages.map(({ text }) => text)).toEqual(['новое'])
  expect(JSON.stringify(arrived.frames)).not.toMatch('второе')
})

test('catching up brings the revision without the older messages', async () => {
  const { author, newcomer, chatId, past } = await chatWithNewcomer()
  const client = await newcomer.connect()
  client.hold(chatId, await newcomer.page(chatId))
  client.close()
  await author.change('DELETE', past[0] as Message)
  await author.post(chatId, { text: 'пока не было' })

  await client.reconnect()

  await vi.waitFor(() => {
    expect(client.state(chatId)?.rev).toBe(5)
  })
  expect(client.state(chatId)?.messages.map(({ text }) => text)).toEqual(['пока не было'])
  const answers = changesOf(client.frames).flatMap(({ messages }) => messages)
  expect(answers.every((message) => message.seq >= 4)).toBe(true)
})

test('they can neither quote, react to, nor change what they may not see; a quote of it carries the id alone', async () => {
  const { author, newcomer, chatId, past } = await chatWithNewcomer()
  const [first] = past as [Message]
  const refused = await newcomer.post(chatId, { replyToId: first.id })
  const unknown = await newcomer.post(chatId, { replyToId: newId() })
  expect(refused.json()).toMatchObject({ errors: [{ pointer: '#/replyToId', code: 'not-found' }] })
  expect(refused.json<object>()).toEqual(unknown.json<object>())
  expect((await newcomer.react(first)).statusCode).toBe(404)
  expect((await newcomer.change('DELETE', first)).statusCode).toBe(404)

  const quoting = (await author.post(chatId, { text: 'как я писал', replyToId: first.id })).json<Message>()
  expect((await newcomer.page(chatId)).messages).toEqual([quoting])
  expect(quoting.replyToId).toBe(first.id)
  expect(JSON.stringify(quoting)).not.toMatch('первое')
})

test('files follow the messages: before their time, after deletion and for strangers there are none', async () => {
  const [author, old, stranger] = [await world.person(), await world.person(), await world.person()]
  const chatId = await world.chat([author, old])
  const { fileId, url } = await uploadPhoto(author)
  expect((await old.request({ url })).statusCode).toBe(404)
  const message = (await author.post(chatId, { text: '', fileIds: [fileId] })).json<Message>()
  expect(message.attachments).toMatchObject([{ fileId, kind: 'photo' }])

  const statuses = async (...people: ChatPerson[]) =>
    Promise.all(people.map(async (person) => (await person.request({ url })).statusCode))
  expect(await statuses(author, old, stranger)).toEqual([200, 200, 404])
  await world.db
    .updateTable('chat_member')
    .set({ visible_from_seq: 2 })
    .where('account_id', '=', old.accountId)
    .execute()
  expect(await statuses(old)).toEqual([404])
  await author.change('DELETE', message)
  expect(await statuses(old, stranger)).toEqual([404, 404])
})

test('whoever left and came back starts afresh, also from what an old screen holds', async () => {
  const { author, newcomer, chatId } = await chatWithNewcomer()
  const client = await newcomer.connect()
  client.hold(chatId, { rev: 2, messages: (await author.page(chatId)).messages.slice(0, 2) })

  await author.post(chatId, { text: 'после возвращения' })

  await vi.waitFor(() => {
    expect(client.state(chatId)?.rev).toBe(4)
  })
  const state = client.state(chatId)
  expect(state && visibleMessages(state).map(({ text }) => text)).toEqual(['после возвращения'])
})
