import type { ChatId, Message } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'

let world: ChatWorld
let now = new Date('2026-03-02T10:00:00Z')
beforeAll(async () => (world = await createChatWorld({ clock: () => now, env: { MESSAGES_PER_MINUTE: '60' } })))
afterAll(() => world.close())

async function postMany(person: ChatPerson, chatId: ChatId, count: number): Promise<number[]> {
  const statuses: number[] = []
  for (let n = 0; n < count; n += 1) statuses.push((await person.post(chatId)).statusCode)
  return statuses
}

test('thirty messages in one breath are fine; then one a second, and the answer says how long to wait', async () => {
  const [quick, calm] = await world.people(2)
  if (!quick || !calm) throw new Error('Nobody')
  const chatId = await world.chat([quick, calm])
  expect(new Set(await postMany(quick, chatId, 30))).toEqual(new Set([200]))

  const refused = await quick.post(chatId)
  expect(refused.json()).toMatchObject({ code: 'too-many-requests', params: { seconds: 1 } })
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1'])
  expect((await calm.post(chatId)).statusCode).toBe(200)

  now = new Date(now.getTime() + 2_000)
  expect(await postMany(quick, chatId, 3)).toEqual([200, 200, 429])
})

test('reactions have a pace of their own', async () => {
  const [author, fan] = await world.people(2)
  if (!author || !fan) throw new Error('Nobody')
  const message = (await author.post(await world.chat([author, fan]))).json<Message>()
  const statuses: number[] = []
  for (let n = 0; n < 31; n += 1) {
    statuses.push((await fan.react(message)).statusCode, (await fan.unreact(message)).statusCode)
  }
  expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true)
  expect(statuses.slice(60)).toEqual([429, 429])
})
