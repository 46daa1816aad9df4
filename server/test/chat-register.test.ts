import { randomUUID } from 'node:crypto'
import type { RegisteredCall, RegisteredChat } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChatWorld, type ChatPerson, type ChatWorld } from './chat-world.ts'

let world: ChatWorld
let admin: ChatPerson
beforeAll(async () => {
  world = await createChatWorld()
  admin = await world.person({ isAdmin: true })
})
afterAll(() => world.close())

const ask = async <T>(what: 'chat' | 'call', query: Record<string, string> = {}, who: ChatPerson = admin) =>
  (await who.request({ url: `/api/organizations/${world.organizationId}/${what}-register`, query })).json<T>()
const chats = (query?: Record<string, string>) => ask<{ chats: RegisteredChat[]; next: string | null }>('chat', query)
const calls = (query?: Record<string, string>) => ask<{ calls: RegisteredCall[]; next: string | null }>('call', query)

test('chats: whose they are, how many are in them, whether they live; nothing of what is said, no direct ones', async () => {
  const [owner, member, parent] = [await world.person(), await world.person(), await world.person({ role: 'parent' })]
  const chatId = await world.chat([owner, member, parent], { title: 'Ёлка 2026' })
  await world.db.updateTable('chat').set({ owner_id: owner.accountId }).where('id', '=', chatId).execute()
  await world.chat([owner], { isBound: true })
  const [first, second] = [owner.accountId, parent.accountId].sort()
  await sql`insert into chat (id, organization_id, kind, first_account_id, second_account_id)
    values (${randomUUID()}, ${world.organizationId}, 'direct', ${first}, ${second})`.execute(world.db)
  await owner.post(chatId, { text: 'Тайна про подарки' })

  const found = await chats({ search: 'елка' })
  expect(found.chats).toMatchObject([
    { id: chatId, title: 'Ёлка 2026', binding: 'people', owner: 'Имя', members: 3, staff: 2, isOpen: true },
  ])
  expect(found.chats[0]?.lastAt).not.toBeNull()
  const all = await chats()
  expect(all.chats).toHaveLength(2)
  expect(JSON.stringify(all)).not.toContain('Тайна')
  expect((await chats({ binding: 'group' })).chats).toMatchObject([{ binding: 'group', owner: '', lastAt: null }])
})

test('calls: with whom, by whom and how long, page by page without a gap', async () => {
  const [teacher, parent] = [await world.person(), await world.person({ role: 'parent' })]
  const chatId = await world.chat([teacher, parent], { title: 'Звонки' })
  for (let n = 0; n < 52; n++) {
    const [id, from] = [randomUUID(), new Date(Date.UTC(2026, 9, 1, 8, n))]
    await sql`insert into call (id, chat_id, message_id, started_by, started_at, ended_at, outcome)
      values (${id}, ${chatId}, ${randomUUID()}, ${teacher.accountId}, ${from}, ${new Date(from.getTime() + 1_800_000)}, 'ended')`.execute(
      world.db,
    )
    await sql`insert into call_visit (call_id, participant_sid, account_id, joined_at)
      select ${id}, gen_random_uuid(), unnest(${[teacher.accountId, parent.accountId]}::uuid[]), ${from}`.execute(
      world.db,
    )
  }
  const page = await calls()
  expect(page.calls[0]).toMatchObject({ chatTitle: 'Звонки', minutes: 30, people: ['Имя', 'Имя'] })
  const rest = await calls({ before: page.next ?? '' })
  const moments = [...page.calls, ...rest.calls].map(({ startedAt }) => startedAt)
  expect(moments).toHaveLength(52)
  expect(moments).toEqual([...new Set(moments)].sort().reverse())
  expect((await calls({ from: '2026-10-02' })).calls).toEqual([])
  expect((await calls({ many: '1', until: '2026-10-01' })).calls).toHaveLength(52)
})
