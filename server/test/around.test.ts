import type { ChatId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChatPerson, type ChatWorld, createChatWorld, type MessagePage } from './chat-world.ts'

let world: ChatWorld
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())

const around = async (person: ChatPerson, chatId: ChatId, seq: number) => {
  const answer = await person.request({ url: person.messages(chatId), query: { around: String(seq) } })
  return { status: answer.statusCode, ...answer.json<MessagePage>() }
}

async function longChat(reader: ChatPerson, visibleFrom = 1) {
  const author = await world.person()
  const chatId = await world.chat([author, reader])
  for (let n = 1; n <= 120; n += 1) await author.post(chatId, { text: String(n) })
  await world.db
    .updateTable('chat_member')
    .set({ visible_from_seq: visibleFrom })
    .where('chat_id', '=', chatId)
    .where('account_id', '=', reader.accountId)
    .execute()
  return chatId
}

test('the page around a place holds it in its middle, also near either end', async () => {
  const reader = await world.person()
  const chatId = await longChat(reader)
  const seqs = async (seq: number) => (await around(reader, chatId, seq)).messages.map((message) => message.seq)

  const middle = await seqs(60)
  expect([middle[0], middle.at(-1), middle.length]).toEqual([35, 84, 50])
  const end = await seqs(120)
  expect([end.at(-1), end.length]).toEqual([120, 50])
  expect((await seqs(3))[0]).toBe(1)
  expect((await seqs(2 ** 31 - 1)).at(-1)).toBe(120)
  expect((await around(reader, chatId, 2 ** 31)).status).toBe(400)
})

test('a page around what is not for this reader shows nothing of it', async () => {
  const newcomer = await world.person()
  const chatId = await longChat(newcomer, 100)
  const page = await around(newcomer, chatId, 90)
  expect(page).toMatchObject({ isStart: true })
  expect(page.messages[0]?.seq).toBe(100)
  expect(await around(newcomer, chatId, 5)).toMatchObject({ messages: [], isStart: true })
})
