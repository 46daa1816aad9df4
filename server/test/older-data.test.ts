import { readFile } from 'node:fs/promises'
import type { Message } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { type ChatWorld, createChatWorld } from './chat-world.ts'

let world: ChatWorld
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())

const migrations = ['0161_older_polls_and_calls.sql', '0511_calls_say_if_recorded.sql'].map(
  (name) => new URL(`../migrations/${name}`, import.meta.url),
)

test('a chat with polls and calls of an older version is read once the database is brought up to date', async () => {
  const [author, reader] = [await world.person(), await world.person()]
  const chatId = await world.chat([author, reader])
  const poll = { question: 'Когда собрание?', options: ['Во вторник', 'В среду'], isMultiple: false }
  const asked = (await author.post(chatId, { text: '', poll })).json<Message>()
  const call = (await author.post(chatId, { text: 'Звонок' })).json<Message>()
  const record = { callId: newId(), startedAt: asked.sentAt, endedAt: asked.sentAt, participants: 2 }
  await sql`update message set poll = poll - 'closedAt' where id = ${asked.id}`.execute(world.db)
  await sql`update message set kind = 'call', call = ${JSON.stringify(record)}::jsonb where id = ${call.id}`.execute(
    world.db,
  )
  const read = () => reader.request({ url: `/api/chats/${chatId}/messages` })
  expect((await read()).statusCode).toBe(500)

  for (const migration of migrations) await sql.raw(await readFile(migration, 'utf8')).execute(world.db)
  const { messages } = (await read()).json<{ messages: Message[] }>()
  expect(messages).toMatchObject([
    { poll: { closedAt: null } },
    { call: { ...record, outcome: 'ended', isRecorded: false } },
  ])
})
