import { type ChatId, type Message, type ServerFrame, visibleMessages } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { chance, createBadBus } from './bad-bus.ts'
import { createChatWorld } from './chat-world.ts'

let world: Awaited<ReturnType<typeof createChatWorld>>
beforeAll(async () => (world = await createChatWorld({ bus: createBadBus(), nodes: 2 })))
afterAll(() => world.close())

type Person = Awaited<ReturnType<typeof world.person>>

/** Writes, rewrites, deletes and reacts, mostly to what others wrote a moment ago. */
async function writeABit(person: Person, chat: ChatId, written: Message[]) {
  for (let step = 0; step < 15; step += 1) {
    const target = written[Math.floor(Math.random() * written.length)]
    const own = written.findLast((message) => message.authorId === person.accountId)
    if (target && chance(0.3)) await person.react(target)
    else if (own && chance(0.2)) await person.change('PATCH', own, { text: `исправлено ${String(step)}` })
    else if (own && chance(0.1)) await person.change('DELETE', own)
    else written.push((await person.post(chat)).json<Message>())
  }
}

test('under twenty writers and a bad network every screen ends as a fresh fetch shows it', async () => {
  const people = await world.people(20)
  const chat = await world.chat(people)
  let isStormy = true
  const isLost = (frame: ServerFrame) => isStormy && frame.type === 'changes' && chance(0.1)
  const clients = await Promise.all(
    people.map(async (person) => {
      const client = await person.connect({ isLost })
      client.hold(chat, await person.page(chat))
      return client
    }),
  )

  const written: Message[] = []
  const writing = Promise.all(people.map((person) => writeABit(person, chat, written)))
  for (const client of clients.slice(0, 5)) {
    client.close()
    await client.reconnect()
  }
  await writing
  isStormy = false
  await people[0]?.post(chat)

  const fresh = await wholeChat(people[0], chat)
  expect(fresh.messages.map((message) => message.seq)).toEqual(fresh.messages.map((_, i) => i + 1))
  await vi.waitFor(() => {
    for (const client of clients) expect(client.state(chat)?.rev).toBe(fresh.rev)
  }, 10_000)
  for (const client of clients) {
    const state = client.state(chat)
    expect(state && visibleMessages(state)).toEqual(fresh.messages)
  }
})

async function wholeChat(person: Person | undefined, chat: ChatId) {
  const pages: Message[][] = []
  let rev = 0
  for (let before: number | undefined; before !== 1; before = pages[0]?.[0]?.seq ?? 1) {
    const page = await person?.page(chat, before)
    pages.unshift(page?.messages ?? [])
    rev = page?.rev ?? 0
  }
  return { rev, messages: pages.flat() }
}
