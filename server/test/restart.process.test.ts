import { type ChatId, type Message, type MessageId, visibleMessages } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectDb } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { newId } from '#platform/new-id.ts'
import { readSecrets } from '#platform/secrets.ts'
import { type Client, connectClient } from './client.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { type SeededPerson, seedRoom } from './process-seed.ts'
import { type ServerProcess, startServer } from './server-process.ts'

const CLIENTS = 20

let postgres: Postgres
let server: ServerProcess
beforeAll(async () => {
  postgres = await startPostgres()
  await migrate(postgres.url('postgres'))
})
afterAll(async () => {
  await server.remove()
  await postgres.stop()
  await postgres.remove()
})

test('what was acknowledged before the server was killed thrice and the database once is there once, in order, without a gap', async () => {
  server = await startServer({ DATABASE_URL: postgres.url('postgres') })
  const db = connectDb(postgres.url('postgres'))
  const { chatId, people } = await seedRoom({ db, secrets: await readSecrets(server.dataFolder) }, CLIENTS)
  await db.destroy()
  const clients = await Promise.all(people.map((person) => watch(person, chatId)))

  let isOver = false
  const acknowledged = people.map((): Message[] => [])
  const writing = people.map((person, i) => writeUntil(() => isOver, person, chatId, acknowledged[i] ?? []))
  const everybodyWrote = (count: number) =>
    vi.waitFor(
      () => {
        for (const own of acknowledged) expect(own.length).toBeGreaterThanOrEqual(count)
      },
      { timeout: 40_000, interval: 100 },
    )
  for (let crash = 1; crash <= 3; crash += 1) {
    await everybodyWrote(crash * 3)
    await server.kill()
    if (crash === 2) {
      await postgres.stop('crash')
      await postgres.start()
    }
    await server.start()
    await Promise.all(clients.map((client) => client.reconnect()))
  }
  await everybodyWrote(12)
  isOver = true
  await Promise.all(writing)

  const stored = await wholeChat(people[0], chatId)
  expect(stored.map((message) => message.seq)).toEqual(stored.map((_, i) => i + 1))
  expect(stored.map((message) => message.rev)).toEqual(stored.map((_, i) => i + 1))
  expect(acknowledged.flat().toSorted((a, b) => a.seq - b.seq)).toEqual(stored)
  await vi.waitFor(
    () => {
      for (const client of clients) expect(client.state(chatId)?.rev).toBe(stored.length)
    },
    { timeout: 10_000 },
  )
  for (const client of clients) {
    const state = client.state(chatId)
    const shown = state ? visibleMessages(state) : []
    expect(shown).toEqual(stored.slice(stored.length - shown.length))
    client.close()
  }
}, 180_000)

async function watch(person: SeededPerson, chatId: ChatId): Promise<Client> {
  const url = `${server.url.replace('http', 'ws')}/api/realtime`
  const client = await connectClient({ url, cookie: person.cookie, origin: server.url })
  client.hold(chatId, { rev: 0, messages: [] })
  return client
}

/** Sends one message after another, each again and again until it is acknowledged. */
async function writeUntil(isOver: () => boolean, person: SeededPerson, chatId: ChatId, acknowledged: Message[]) {
  while (!isOver()) {
    const body = { id: newId<MessageId>(), text: String(acknowledged.length) }
    for (let message: Message | undefined; !message;) {
      message = await send(person, chatId, body).catch(() => undefined)
      if (message) acknowledged.push(message)
      else await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function send(person: SeededPerson, chatId: ChatId, body: object): Promise<Message | undefined> {
  const answer = await fetch(`${server.url}/api/chats/${chatId}/messages`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'cookie': person.cookie, 'content-type': 'application/json' },
  })
  return answer.ok ? ((await answer.json()) as Message) : undefined
}

async function wholeChat(person: SeededPerson | undefined, chatId: ChatId): Promise<Message[]> {
  const all: Message[] = []
  while (all[0]?.seq !== 1) {
    const before = all[0] ? `?before=${String(all[0].seq)}` : ''
    const headers = { cookie: person?.cookie ?? '' }
    const answer = await fetch(`${server.url}/api/chats/${chatId}/messages${before}`, { headers })
    all.unshift(...((await answer.json()) as { messages: Message[] }).messages)
  }
  return all
}
