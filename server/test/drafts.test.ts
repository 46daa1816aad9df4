import type { ChatId, Draft } from '@kolosok/contract'
import { sql } from 'kysely'
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

test('what was written before it was emptied does not rise again, whatever arrives last', async () => {
  await keep(alice, { text: 'Мы придём', ageMs: 60_000 })
  await keep(alice, { text: '' })
  expect((await keep(alice, { text: 'Мы не придём, потому что', ageMs: 30_000 })).json()).toEqual({ draft: null })
  expect(await held(alice)).toBeNull()
  // Nothing of it was there before either: what it emptied is still under way.
  await keep(bob, { text: '' })
  expect((await keep(bob, { text: 'Спасибо', ageMs: 30_000 })).json()).toEqual({ draft: null })

  expect((await keep(alice, { text: 'Новое' })).json()).toMatchObject({ draft: { text: 'Новое' } })
})

test('who wrote the same again has written it now: another one from between loses', async () => {
  await keep(alice, { text: 'Да', ageMs: 3600_000 })
  await keep(alice, { text: 'Да' })
  expect((await keep(alice, { text: 'Нет', ageMs: 60_000 })).json()).toMatchObject({ draft: { text: 'Да' } })
})

test('that one was emptied is forgotten once nothing older is accepted', async () => {
  await keep(alice, { text: '' })
  await keep(bob, { text: 'Остаётся' })
  const emptied = () => world.db.selectFrom('chat_draft').where('chat_id', '=', chatId).select('text').execute()
  expect(await emptied()).toHaveLength(2)
  await world.db
    .updateTable('chat_draft')
    .set({ written_at: new Date(Date.now() - 367 * 86_400_000) })
    .execute()
  await sql`select graphile_worker.add_job('forget-emptied-drafts')`.execute(world.db)
  await world.runJobs()
  expect(await emptied()).toEqual([{ text: 'Остаётся' }])
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
