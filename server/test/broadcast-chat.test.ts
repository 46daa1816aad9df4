import type { Broadcast, BroadcastMessage } from '@kolosok/contract'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Garden, seedGarden, spectator } from './broadcast-world.ts'
import { createWorld, type World } from './world.ts'

const time = { aheadMs: 0 }
let world: World
let garden: Garden
beforeAll(async () => (world = await createWorld({ clock: () => new Date(Date.now() + time.aheadMs) })))
afterAll(() => world.close())
beforeEach(async () => {
  time.aheadMs = 0
  garden = await seedGarden(world)
})

const textsFor = async (who: Garden['mother'], broadcast: Broadcast) =>
  (await spectator(who).chat(broadcast)).messages.map(({ text }) => text)
const code = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code

test('those who look on write to each other; a retry says nothing twice, and nobody takes over the words of another', async () => {
  const broadcast = await garden.live({ hasChat: true })
  const [mother, teacher] = [spectator(garden.mother), spectator(garden.teacher)]
  const id = randomUUID()
  const both = await Promise.all([mother.say(broadcast, 'Всех видно', id), mother.say(broadcast, 'Всех видно', id)])
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  await teacher.say(broadcast, 'И слышно')
  expect((await teacher.say(broadcast, 'Чужое', id)).statusCode).toBe(404)

  const chat = await mother.chat(broadcast)
  expect(chat).toMatchObject({ rev: 2, previous: null })
  expect(chat.messages).toMatchObject([
    { text: 'Всех видно', seq: 1, isOwn: true, isMuted: false },
    { text: 'И слышно', seq: 2, isOwn: false },
  ])
  expect(JSON.stringify(chat)).not.toContain(garden.teacher.accountId)
  expect((await spectator(await garden.parent([])).say(broadcast, 'Не для меня')).statusCode).toBe(404)
})

test('on and off, before and while it is live; who plans it at the same time hears that it has changed', async () => {
  const planned = await garden.planned(garden.head)
  const [host, mother] = [spectator(garden.head), spectator(garden.mother)]
  expect((await mother.setChat(planned, true)).statusCode).toBe(403)
  expect((await host.setChat(planned, true)).json<Broadcast>().hasChat).toBe(true)
  expect(code(await garden.plan(garden.head, { title: 'Иначе', rev: planned.rev }, planned.id))).toBe(
    'broadcast-changed',
  )

  const broadcast = await garden.live()
  expect(code(await mother.say(broadcast, 'Рано'))).toBe('broadcast-without-chat')
  await host.setChat(broadcast, true)
  expect((await mother.read(broadcast)).abilities.say).toBe(true)
  await mother.say(broadcast, 'Спасибо')
  await host.setChat(broadcast, false)
  expect(code(await mother.say(broadcast, 'Поздно'))).toBe('broadcast-without-chat')
  expect(code(await host.say(broadcast, 'И я'))).toBe('broadcast-without-chat')
  const actions = await world.db
    .selectFrom('audit_entry')
    .where('subject_id', '=', broadcast.id as never)
    .where('action', 'like', 'broadcast.chat-%')
    .orderBy('at')
    .select('action')
    .execute()
  expect(actions.map(({ action }) => action)).toEqual(['broadcast.chat-opened', 'broadcast.chat-closed'])
})

test('the host removes a message, a viewer only their own; nothing of it stays but its id', async () => {
  const broadcast = await garden.live({ hasChat: true })
  const [host, mother, teacher] = [garden.head, garden.mother, garden.teacher].map(spectator) as [
    ReturnType<typeof spectator>,
    ReturnType<typeof spectator>,
    ReturnType<typeof spectator>,
  ]
  const first = (await mother.say(broadcast, 'Лишнее')).json<BroadcastMessage>()
  const second = (await mother.say(broadcast, 'Опечатка')).json<BroadcastMessage>()
  expect((await teacher.remove(broadcast, first)).statusCode).toBe(403)
  await Promise.all([host.remove(broadcast, first), host.remove(broadcast, first)])
  await mother.remove(broadcast, second)
  expect(await mother.chat(broadcast)).toMatchObject({ messages: [], rev: 4 })
  expect((await mother.say(broadcast, 'Снова', first.id)).json<BroadcastMessage>().text).toBe('')
  const rows = await world.db
    .selectFrom('broadcast_message')
    .where('broadcast_id', '=', broadcast.id)
    .select(['text', 'removed_at'])
    .execute()
  expect(rows).toEqual([
    { text: '', removed_at: expect.any(Date) as Date },
    { text: '', removed_at: expect.any(Date) as Date },
  ])
})

test('whoever is muted writes no more in this broadcast, and may ask; nobody mutes those who run it', async () => {
  const broadcast = await garden.live({ hasChat: true })
  const [host, mother] = [spectator(garden.head), spectator(garden.mother)]
  const said = (await mother.say(broadcast, 'Крик')).json<BroadcastMessage>()
  expect((await mother.mute(broadcast, said)).statusCode).toBe(403)
  await host.mute(broadcast, said)
  expect(code(await mother.say(broadcast, 'Ещё'))).toBe('muted-in-broadcast')
  expect(await mother.read(broadcast)).toMatchObject({ isMuted: true, abilities: { say: false, ask: true } })
  expect((await host.chat(broadcast)).messages).toMatchObject([{ isMuted: true }])
  expect((await mother.chat(broadcast)).messages).toMatchObject([{ isMuted: false }])
  const other = await garden.live({ hasChat: true })
  expect((await mother.say(other, 'Здесь можно')).statusCode).toBe(200)
  await host.mute(broadcast, said, false)
  expect((await mother.say(broadcast, 'Спокойно')).statusCode).toBe(200)

  const ofHost = (await host.say(broadcast, 'Я веду')).json<BroadcastMessage>()
  expect((await spectator(garden.admin).mute(broadcast, ofHost)).statusCode).toBe(403)
})

test('five at once, then one every three seconds', async () => {
  const broadcast = await garden.live({ hasChat: true })
  const mother = spectator(garden.mother)
  for (let n = 0; n < 5; n++) await mother.say(broadcast, String(n))
  expect(code(await mother.say(broadcast, 'Шестое'))).toBe('too-many-requests')
  time.aheadMs += 3_000
  expect((await mother.say(broadcast, 'Шестое')).statusCode).toBe(200)
  expect(await textsFor(garden.mother, broadcast)).toEqual(['0', '1', '2', '3', '4', 'Шестое'])
})

test('a long one goes by pages, newest first', async () => {
  const broadcast = await garden.live({ hasChat: true })
  const rows = Array.from({ length: 150 }, (_, at) => ({
    ...{
      id: randomUUID() as never,
      broadcast_id: broadcast.id,
      account_id: garden.mother.accountId,
    },
    ...{ seq: at + 1, text: String(at + 1), said_at: new Date() },
  }))
  await world.db.insertInto('broadcast_message').values(rows).execute()
  const newest = await spectator(garden.mother).chat(broadcast)
  const earlier = await spectator(garden.mother).chat(broadcast, newest.previous ?? 0)
  expect([newest.messages.length, newest.previous, earlier.messages.length, earlier.previous]).toEqual([
    100,
    51,
    50,
    null,
  ])
  expect(earlier.messages.at(-1)?.seq).toBe(50)
})
