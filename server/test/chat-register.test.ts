import { randomUUID } from 'node:crypto'
import type {
  AccountId,
  GroupId,
  RegisteredBroadcast,
  RegisteredCall,
  RegisteredChat,
  RegisteredMeeting,
} from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createChatWorld, type ChatPerson, type ChatWorld } from './chat-world.ts'
import { seedGroup } from './structure-seed.ts'

let world: ChatWorld
let admin: ChatPerson
beforeAll(async () => {
  world = await createChatWorld()
  admin = await world.person({ isAdmin: true })
})
afterAll(() => world.close())

type Register = 'chat' | 'call' | 'meeting' | 'broadcast'
const ask = async <T>(what: Register, query: Record<string, string> = {}, who: ChatPerson = admin) =>
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

type Event = { readonly owner: AccountId; readonly at: string; readonly groups?: readonly GroupId[] }

async function seedMeeting({ owner, at, groups = [] }: Event, title: string, chatId: string | null = null) {
  const id = randomUUID()
  await sql`insert into meeting (id, organization_id, organizer_id, title, kind, starts_at, ends_at, audience, group_ids, chat_id)
    values (${id}, ${world.organizationId}, ${owner}, ${title}, 'online', ${at},
      ${at}::timestamptz + interval '45 minutes', ${groups.length > 0 ? 'groups' : 'staff'}, ${groups}, ${chatId})`.execute(
    world.db,
  )
  return id
}

async function seedBroadcast({ owner, at, groups = [] }: Event, title: string) {
  const id = randomUUID()
  await sql`insert into broadcast (id, organization_id, host_id, title, audience, group_ids, state, planned_at, started_at,
      ended_at, peak)
    values (${id}, ${world.organizationId}, ${owner}, ${title}, ${groups.length > 0 ? 'groups' : 'all'}, ${groups}, 'ended',
      ${at}, ${at}, ${at}::timestamptz + interval '30 minutes', 2)`.execute(world.db)
  return id
}

test('meetings: whose time has come, whom for, called off or not, and who was in the call', async () => {
  const [host, guest] = [await world.person(), await world.person({ givenName: 'Гостья' })]
  const chatId = await world.chat([host, guest], { title: 'Комната' })
  const callId = randomUUID()
  await sql`insert into call (id, chat_id, message_id, started_by, started_at, ended_at, outcome)
    values (${callId}, ${chatId}, ${randomUUID()}, ${host.accountId}, '2025-03-01T10:00Z', '2025-03-01T10:30Z', 'ended')`.execute(
    world.db,
  )
  await sql`insert into call_visit (call_id, participant_sid, account_id, joined_at)
    values (${callId}, 'one', ${guest.accountId}, '2025-03-01T10:00Z')`.execute(world.db)
  await seedMeeting({ owner: host.accountId, at: '2025-03-01T10:00Z' }, 'Педсовет', chatId)
  const offId = await seedMeeting({ owner: host.accountId, at: '2025-03-02T10:00Z' }, 'Планёрка')
  await sql`update meeting set cancelled_at = '2025-03-01' where id = ${offId}`.execute(world.db)
  await seedMeeting({ owner: host.accountId, at: '2999-01-01T10:00Z' }, 'Ещё не скоро')

  const { meetings } = await ask<{ meetings: RegisteredMeeting[] }>('meeting')
  expect(meetings).toMatchObject([
    { title: 'Планёрка', isCancelled: true, people: [] },
    {
      title: 'Педсовет',
      isCancelled: false,
      organizer: 'Имя',
      minutes: 45,
      audience: { kind: 'staff', groups: [] },
      people: ['Гостья'],
    },
  ])
})

test('broadcasts: whose they were, how long, and how many looked on; never who', async () => {
  const [host, viewer] = [await world.person(), await world.person({ givenName: 'Зрительница' })]
  const id = await seedBroadcast({ owner: host.accountId, at: '2025-03-01T10:00Z' }, 'Утренник')
  await sql`insert into broadcast_person (broadcast_id, account_id, spoke_at)
    values (${id}, ${host.accountId}, '2025-03-01')`.execute(world.db)
  await sql`insert into broadcast_visit (broadcast_id, participant_sid, account_id, joined_at)
    select ${id}, gen_random_uuid(), unnest(${[host.accountId, viewer.accountId]}::uuid[]), '2025-03-01'`.execute(
    world.db,
  )

  const answer = await ask<{ broadcasts: RegisteredBroadcast[] }>('broadcast', { until: '2025-03-01' })
  expect(answer.broadcasts).toMatchObject([
    { id, title: 'Утренник', host: 'Имя', state: 'ended', minutes: 30, watched: 1, peak: 2 },
  ])
  expect(JSON.stringify(answer)).not.toContain('Зрительница')
})

test('whoever else was asked to come takes no meeting of an own group away, and a stranger among them is not named', async () => {
  const [teacher, colleague] = [await world.person(), await world.person({ givenName: 'Коллега' })]
  const stranger = await world.person({ givenName: 'Чужая мама', role: 'parent' })
  const own = await seedGroup(world, world.organizationId, { name: 'Гномики' })
  await sql`insert into group_teacher (group_id, membership_id, duty) values (${own}, ${teacher.membershipId}, 'lead')`.execute(
    world.db,
  )
  const chatId = await world.chat([colleague, stranger], { title: 'Собрание' })
  const callId = randomUUID()
  await sql`insert into call (id, chat_id, message_id, started_by, started_at, ended_at, outcome)
    values (${callId}, ${chatId}, ${randomUUID()}, ${colleague.accountId}, '2025-05-01', '2025-05-02', 'ended')`.execute(
    world.db,
  )
  await sql`insert into call_visit (call_id, participant_sid, account_id, joined_at)
    select ${callId}, gen_random_uuid(), unnest(${[colleague.accountId, stranger.accountId]}::uuid[]), '2025-05-01'`.execute(
    world.db,
  )
  const at = '2025-05-01T10:00Z'
  const id = await seedMeeting({ owner: colleague.accountId, at, groups: [own] }, 'С гостями', chatId)
  await sql`insert into meeting_person (meeting_id, account_id) values (${id}, ${stranger.accountId})`.execute(world.db)

  const read = async (who = teacher) =>
    (await ask<{ meetings: RegisteredMeeting[] }>('meeting', { from: '2025-05-01', until: '2025-05-01' }, who)).meetings
  expect(await read()).toMatchObject([{ title: 'С гостями', people: ['Коллега'] }])
  expect(await read(admin)).toMatchObject([{ people: ['Коллега', 'Чужая мама'] }])
})

test('a teacher reads of own groups and what is one’s own, of nothing else', async () => {
  const [teacher, colleague] = [await world.person(), await world.person()]
  const own = await seedGroup(world, world.organizationId, { name: 'Своя' })
  const other = await seedGroup(world, world.organizationId, { name: 'Чужая' })
  await sql`insert into group_teacher (group_id, membership_id, duty) values (${own}, ${teacher.membershipId}, 'lead')`.execute(
    world.db,
  )
  for (const groupId of [own, other]) {
    const chatId = await world.chat([colleague], { isBound: true })
    await sql`update chat set bound_group_id = ${groupId} where id = ${chatId}`.execute(world.db)
    await sql`insert into call (id, chat_id, message_id, started_by, started_at, ended_at, outcome)
      values (${randomUUID()}, ${chatId}, ${randomUUID()}, ${colleague.accountId}, '2025-03-01', '2025-03-02', 'ended')`.execute(
      world.db,
    )
  }
  const at = '2025-04-01T10:00Z'
  for (const seed of [seedMeeting, seedBroadcast]) {
    await seed({ owner: colleague.accountId, at, groups: [own] }, 'Для своей')
    await seed({ owner: colleague.accountId, at, groups: [own, other] }, 'Для обеих')
    await seed({ owner: colleague.accountId, at }, 'Для всех')
    await seed({ owner: teacher.accountId, at, groups: [other] }, 'Собственная')
  }

  const read = async (what: Register, who = teacher) => {
    const lines = Object.values(await ask<Record<string, unknown>>(what, { until: '2025-04-01' }, who))[0]
    return (lines as { title?: string; chatTitle?: string }[]).map(({ title, chatTitle }) => title ?? chatTitle).sort()
  }
  expect(await read('chat')).toEqual(['Своя'])
  expect(await read('call')).toEqual(['Своя'])
  expect(await read('meeting')).toEqual(['Для своей', 'Собственная'])
  expect(await read('broadcast')).toEqual(['Для своей', 'Собственная'])
  expect(await read('call', admin)).toEqual(expect.arrayContaining(['Своя', 'Чужая']))
})
