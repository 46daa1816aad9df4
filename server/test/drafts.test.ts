import type { ChatId, Draft } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'

let world: ChatWorld
let alice: ChatPerson
let bob: ChatPerson
let chatId: ChatId
beforeAll(async () => (world = await createChatWorld()))
afterAll(() => world.close())
beforeEach(async () => {
  ;[alice, bob] = [await world.person(), await world.person()]
  chatId = await world.chat([alice, bob])
})

const keep = (who: ChatPerson, given: object) =>
  who.request({ method: 'PUT', url: `/api/chats/${chatId}/draft`, payload: { ageMs: 0, ...given } })
const held = async (who: ChatPerson) => (await who.chats()).chats.find(({ id }) => id === chatId)?.draft

test('what one is writing reaches one’s own devices, and nobody else', async () => {
  const [phone, other] = [await alice.connect(), await bob.connect()]
  const kept = (await keep(alice, { text: 'Добрый день, я хот' })).json<{ draft: Draft }>()

  expect(await held(alice)).toEqual(kept.draft)
  expect(await held(bob)).toBeNull()
  await vi.waitFor(() => {
    expect(phone.frames).toContainEqual(expect.objectContaining({ type: 'own', chatId, draft: kept.draft }))
  })
  await bob.post(chatId)
  await vi.waitFor(() => {
    expect(other.frames.some(({ type }) => type === 'changes')).toBe(true)
  })
  expect(other.frames.filter(({ type }) => type === 'own')).toEqual([])
})

test('the newest wins, whatever arrives last; the loser is told what stands there', async () => {
  await keep(alice, { text: 'С телефона', ageMs: 1_000 })
  const late = (await keep(alice, { text: 'Вчера, без связи', ageMs: 3600_000 })).json<{ draft: Draft }>()
  expect(late.draft).toMatchObject({ text: 'С телефона' })
  expect((await keep(alice, { text: '', ageMs: 3600_000 })).json()).toMatchObject({ draft: { text: 'С телефона' } })

  expect((await keep(alice, { text: 'С ноутбука' })).json()).toMatchObject({ draft: { text: 'С ноутбука' } })
  expect((await keep(alice, { text: '' })).json()).toEqual({ draft: null })
  expect(await held(alice)).toBeNull()
})

test('the same once more changes nothing and tells nobody', async () => {
  for (const text of ['Одно и то же', 'Одно и то же', 'Одно и то же']) await keep(alice, { text })
  for (const text of ['', ' ']) await keep(bob, { text })
  expect(await alice.chats()).toMatchObject({ ownRev: 1 })
  expect(await bob.chats()).toMatchObject({ ownRev: 0 })
})

test('whoever is not in the chat any more has no draft there', async () => {
  await keep(alice, { text: 'Недописано' })
  await world.db.deleteFrom('chat_member').where('account_id', '=', alice.accountId).execute()
  expect((await keep(alice, { text: 'Ещё' })).statusCode).toBe(404)
  expect(
    await world.db.selectFrom('chat_draft').where('account_id', '=', alice.accountId).selectAll().execute(),
  ).toEqual([])
})

test('bad fields are told at once', async () => {
  expect((await keep(alice, { text: 'я'.repeat(8_001), ageMs: -1 })).json()).toMatchObject({
    errors: [{ pointer: '#/text' }, { pointer: '#/ageMs' }],
  })
})
