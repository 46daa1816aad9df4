import { closeCodes, type Message } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createChatWorld } from './chat-world.ts'

let world: Awaited<ReturnType<typeof createChatWorld>>
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())

test('a socket opens only for a signed-in account, and only from our own page', async () => {
  const alice = await world.person()

  await expect(alice.connect({ origin: 'https://evil.test' })).rejects.toThrow('403')
  await world.db.deleteFrom('session').where('account_id', '=', alice.accountId).execute()
  await expect(alice.connect()).rejects.toThrow('401')
})

test.each([
  ['an old page', '{"type":"hello","protocol":0,"known":{}}', closeCodes.reload],
  ['nonsense', '{"type":"hello"', closeCodes.invalid],
  [
    'a question before hello',
    '{"type":"ask","chatId":"7d6e2b52-6a53-4b7e-9d1c-0d6a4f3f6c11","since":0}',
    closeCodes.invalid,
  ],
])('%s is told to go by a code', async (_, hello, code) => {
  const alice = await world.person()
  const client = await alice.connect({ hello })

  expect(await client.closed()).toBe(code)
})

test('who asks more than anybody can wait for is cut off', async () => {
  const alice = await world.person()
  const client = await alice.connect()

  for (let i = 0; i < 2_500; i += 1) client.say({ type: 'ping' })
  expect(await client.closed()).toBe(1006)
})

test('who was away for more than 300 changes starts anew from the newest page', async () => {
  const alice = await world.person()
  const chat = await world.chat([alice])
  const client = await alice.connect()
  client.hold(chat, await alice.page(chat))
  client.close()
  for (let i = 0; i < 31; i += 1) await Promise.all(Array.from({ length: 10 }, () => alice.post(chat)))

  await client.reconnect()

  await vi.waitFor(() => {
    expect(client.state(chat)).toMatchObject({ rev: 310, from: 261 })
  })
  expect(client.frames.at(-1)).toMatchObject({ type: 'changes', reset: true })
})

test('a socket that does not read is closed to reconnect, and misses nothing', async () => {
  const [alice, bob] = [await world.person(), await world.person()]
  const chat = await world.chat([alice, bob])
  const slow = await bob.connect()
  slow.hold(chat, await bob.page(chat))
  await vi.waitFor(() => {
    expect(slow.frames).toHaveLength(2)
  })
  slow.pause()
  const text = 'я'.repeat(8_000)
  for (let i = 0; i < 40; i += 1) {
    await Promise.all(Array.from({ length: 10 }, () => alice.post(chat, { id: crypto.randomUUID(), text })))
  }
  const closed = slow.closed()
  slow.resume()
  expect(await closed).toBe(closeCodes.slow)

  await slow.reconnect()

  const newest = (await alice.page(chat)).messages
  await vi.waitFor(() => {
    expect(slow.state(chat)?.rev).toBe(400)
  })
  expect(slow.state(chat)?.messages.slice(-50)).toEqual(newest satisfies Message[])
})
