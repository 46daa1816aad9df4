import { type Chat, closeCodes, type MessageId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { type ChatWorld, createChatWorld } from './chat-world.ts'

let world: ChatWorld
beforeAll(async () => (world = await createChatWorld({ nodes: 2 })))
afterAll(() => world.close())

test('unread are the undeleted messages of others, 99 at most; a read mark never goes back nor beyond the end', async () => {
  const [alice, bob] = [await world.person(), await world.person()]
  const chatId = await world.chat([alice, bob])
  await bob.post(chatId)
  const deleted = (await alice.post(chatId)).json<Parameters<typeof alice.change>[1]>()
  await alice.change('DELETE', deleted)
  for (let i = 0; i < 12; i += 1) await Promise.all(Array.from({ length: 10 }, () => alice.post(chatId)))
  expect((await bob.chats()).chats[0]).toMatchObject({ unread: 99, lastSeq: 122 })

  expect((await bob.read(chatId, 100)).json()).toEqual({ readSeq: 100, unread: 22, ringing: 22 })
  expect((await bob.read(chatId, 50)).json()).toEqual({ readSeq: 100, unread: 22, ringing: 22 })
  expect((await bob.read(chatId, 5_000)).json()).toEqual({ readSeq: 122, unread: 0, ringing: 0 })
  expect((await alice.chats()).chats[0]).toMatchObject({ othersReadSeq: 122 })
})

test('what is sent silently is unread like any other, and calls nobody; a retry says so again', async () => {
  const [alice, bob] = [await world.person(), await world.person()]
  const chatId = await world.chat([alice, bob])
  const id = newId<MessageId>()
  const reader = await bob.connect()
  const sent = await alice.post(chatId, { id, isSilent: true })
  await alice.post(chatId)

  expect(sent.json()).toMatchObject({ id, isSilent: true })
  expect((await alice.post(chatId, { id, isSilent: true })).body).toBe(sent.body)
  expect((await bob.chats()).chats[0]).toMatchObject({ unread: 2, ringing: 1, lastMessage: { isSilent: false } })
  expect((await bob.read(chatId, 1)).json()).toEqual({ readSeq: 1, unread: 1, ringing: 1 })
  await vi.waitFor(() => {
    const heard = reader.frames.flatMap((frame) => (frame.type === 'changes' ? frame.messages : []))
    expect(heard).toMatchObject([{ isSilent: true }, { isSilent: false }])
  })
})

test("what is one's own has a revision of its own and reaches one's own sockets only", async () => {
  const [alice, bob] = [await world.person(), await world.person()]
  const chatId = await world.chat([alice, bob])
  await alice.post(chatId)
  const [phone, laptop, other] = [await bob.connect(), await bob.connect(), await alice.connect()]

  await bob.read(chatId, 1)
  await bob.mute(chatId)
  await bob.mute(chatId)

  const nothing = { scheduled: { waiting: 0, refused: 0 }, draft: null }
  for (const client of [phone, laptop]) {
    await vi.waitFor(() => {
      expect(client.frames.filter(({ type }) => type === 'own')).toEqual([
        { type: 'own', rev: 1, chatId, ...nothing, readSeq: 1, unread: 0, ringing: 0, isMuted: false },
        { type: 'own', rev: 2, chatId, ...nothing, readSeq: 1, unread: 0, ringing: 0, isMuted: true },
      ])
    })
  }
  await vi.waitFor(() => {
    expect(other.frames).toContainEqual({ type: 'read', chatId, accountId: bob.accountId, seq: 1 })
  })
  expect(other.frames.filter(({ type }) => type === 'own')).toEqual([])
  expect(await bob.chats()).toMatchObject({ ownRev: 2, chats: [{ isMuted: true, readSeq: 1, rev: 1 }] })
})

test('of many readers only those are told who change what somebody sees', async () => {
  const [author, ...readers] = await world.people(8)
  if (!author) throw new Error('Nobody')
  const chatId = await world.chat([author, ...readers])
  await author.post(chatId)
  const watching = await author.connect()
  for (const reader of readers) await reader.read(chatId, 1)
  watching.say({ type: 'ping' })

  await vi.waitFor(() => {
    expect(watching.frames).toContainEqual({ type: 'pong' })
  })
  expect(watching.frames.filter(({ type }) => type === 'read')).toHaveLength(2)
})

test('typing is seen by the others, often enough and not more, and never by who is not in the chat', async () => {
  const [alice, bob, stranger] = [await world.person(), await world.person(), await world.person()]
  const chatId = await world.chat([alice, bob])
  const [typing, watching, outside] = [await alice.connect(), await bob.connect(), await stranger.connect()]
  for (let i = 0; i < 5; i += 1) typing.say({ type: 'typing', chatId })
  outside.say({ type: 'typing', chatId })

  await vi.waitFor(() => {
    expect(watching.frames).toContainEqual({ type: 'typing', chatId, accountId: alice.accountId })
  })
  for (const client of [typing, outside]) client.say({ type: 'ping' })
  await vi.waitFor(() => {
    for (const client of [typing, outside]) expect(client.frames).toContainEqual({ type: 'pong' })
  })
  expect(watching.frames.filter(({ type }) => type === 'typing')).toHaveLength(1)
  expect([...typing.frames, ...outside.frames].filter(({ type }) => type === 'typing')).toEqual([])
})

test('the welcome is the chat list, and who is connected counts as online', async () => {
  const [alice, bob] = [await world.person(), await world.person()]
  const chatId = await world.chat([alice, bob], { title: 'Поход' })
  const client = await bob.connect()
  await vi.waitFor(() => {
    expect(client.frames[0]).toMatchObject({ type: 'welcome', ownRev: 0, chats: [{ id: chatId, title: 'Поход' }] })
  })
  const welcome = client.frames[0] as { chats?: Chat[] }
  expect(welcome.chats).toEqual((await bob.chats()).chats)

  const online = async () =>
    (await bob.members(chatId))
      .json<{ members: { accountId: string; isOnline: boolean }[] }>()
      .members.filter(({ isOnline }) => isOnline)
      .map(({ accountId }) => accountId)
  expect(await online()).toEqual([bob.accountId])
  client.close()
  await vi.waitFor(async () => {
    expect(await online()).toEqual([])
  })
})

test('an ended session closes its sockets at once, and only its own', async () => {
  const [alice, bob] = [await world.person(), await world.person()]
  const [ended, other] = [await alice.connect(), await bob.connect()]
  await vi.waitFor(() => {
    expect(ended.frames).toHaveLength(1)
  })
  const closed = ended.closed()

  world.bus.publish({ type: 'sessions-ended', sessionIds: [alice.sessionId] })

  expect(await closed).toBe(closeCodes.ended)
  other.say({ type: 'ping' })
  await vi.waitFor(() => {
    expect(other.frames).toContainEqual({ type: 'pong' })
  })
})
