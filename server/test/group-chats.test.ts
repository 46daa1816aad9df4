import { randomUUID } from 'node:crypto'
import type { Chat, ChatId, ChatMember, GroupId, Message } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { handOverChats, listOwnedChats } from '#group-chats/index.ts'
import { createStructurePort } from '#members/index.ts'
import { transact } from '#platform/db.ts'
import { speak } from './chat-world.ts'
import { type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

// Chats that people put together, and the rules of any group chat.
let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Person = Awaited<ReturnType<SeededOrganization['admin']>>
let place: SeededOrganization
let groupId: GroupId
let teacher: Person
let colleague: Person
let parent: Person
beforeEach(async () => {
  place = await seedOrganization(world)
  groupId = await place.group('Ромашка')
  const childId = await place.child('Ваня', groupId)
  teacher = await place.teacher({ groups: [groupId] })
  colleague = await place.teacher()
  parent = await place.parent([childId])
})

const send = (who: Person, method: 'PUT' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  who.request({ method, url, ...(payload && { payload }) })
const create = (who: Person, people: Person[], { id = randomUUID(), title = 'Утренник' } = {}) =>
  send(who, 'PUT', `/api/organizations/${place.id}/group-chats/${id}`, {
    title,
    membershipIds: people.map(({ membershipId }) => membershipId),
  })
const add = (who: Person, chatId: ChatId, ...people: Person[]) =>
  send(who, 'POST', `/api/chats/${chatId}/members`, { membershipIds: people.map((one) => one.membershipId) })
const settings = (who: Person, chatId: ChatId, given: object) =>
  send(who, 'PATCH', `/api/chats/${chatId}/settings`, given)
const leave = (who: Person, chatId: ChatId) => send(who, 'DELETE', `/api/chats/${chatId}/members/${who.accountId}`)
const find = async (who: Person, chatId: ChatId) =>
  (await who.request({ url: '/api/chats' })).json<{ chats: Chat[] }>().chats.find(({ id }) => id === chatId)
const lines = async (who: Person, chatId: ChatId) =>
  (await who.request({ url: `/api/chats/${chatId}/messages` })).json<{ messages: Message[] }>().messages
const post = (who: Person, chatId: ChatId) =>
  send(who, 'POST', `/api/chats/${chatId}/messages`, { id: randomUUID(), text: 'Принесите костюмы' })

async function made(who: Person, ...people: Person[]): Promise<ChatId> {
  const answer = await create(who, people)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Chat>().id
}

test('a confirmed teacher puts a chat together of people she may write to, and owns it; a retry makes no second one', async () => {
  const id = randomUUID()
  const first = await create(teacher, [colleague, parent], { id })
  expect(first.json()).toMatchObject({
    title: 'Утренник',
    memberCount: 3,
    ownerId: teacher.accountId,
    settings: { whoMayWrite: 'all', newcomersSee: 'from-joining', mayMembersCall: false },
    abilities: { configure: true, rename: true, addMembers: true, own: true, removeMember: true },
  })
  expect((await create(teacher, [], { id, title: 'Другой' })).json()).toMatchObject({ title: 'Утренник' })
  expect((await create(colleague, [], { id })).statusCode).toBe(404)
  expect(await find(parent, id as ChatId)).toMatchObject({ abilities: { configure: false, own: false, leave: true } })
})

test('nobody is put in whom one may not write to, nor an unconfirmed teacher among parents, and then nobody is', async () => {
  const stranger = await (await seedOrganization(world)).teacher()
  const unconfirmed = await place.teacher({ isConfirmed: false })
  const refused = (code: string) => ({ errors: [{ pointer: '#/membershipIds', code }] })
  expect((await create(colleague, [parent])).json()).toMatchObject(refused('not-a-contact'))
  expect((await create(teacher, [colleague, stranger])).json()).toMatchObject(refused('not-a-contact'))
  expect((await create(teacher, [unconfirmed, parent])).json()).toMatchObject(refused('unconfirmed-among-parents'))
  expect((await create(unconfirmed, [teacher])).statusCode).toBe(403)
  expect((await create(parent, [teacher])).statusCode).toBe(403)

  const chatId = await made(teacher, unconfirmed)
  expect((await add(teacher, chatId, parent)).json()).toMatchObject(refused('unconfirmed-among-parents'))
  expect((await find(teacher, chatId))?.memberCount).toBe(2)
})

test('who is added comes with a line; what colleagues said among themselves is not for the first parent who comes', async () => {
  const chatId = await made(teacher, colleague)
  await post(teacher, chatId)
  const late = await place.teacher()
  await add(teacher, chatId, late)
  expect(await lines(late, chatId)).toMatchObject([{ kind: 'text' }, { kind: 'members-joined' }])

  const answer = await add(teacher, chatId, parent, late)
  expect(answer.json<{ members: ChatMember[] }>().members).toHaveLength(4)
  expect(await lines(parent, chatId)).toMatchObject([{ kind: 'members-joined', subjectIds: [parent.accountId] }])
  expect(await lines(late, chatId)).toMatchObject([{}, {}, { kind: 'chat-changed', text: 'history-from-joining' }, {}])
  expect((await add(colleague, chatId, late)).statusCode).toBe(403)
  expect((await add(late, randomUUID() as ChatId, colleague)).statusCode).toBe(404)
})

test('the rules of a chat hold at once, and everybody in it is told', async () => {
  const chatId = await made(teacher, parent)
  expect((await settings(parent, chatId, { whoMayWrite: 'all' })).statusCode).toBe(403)
  const screen = await speak(world, parent, 0).connect()

  await settings(teacher, chatId, { title: 'Выпускной', whoMayWrite: 'staff', mayMembersCall: true })
  expect((await post(parent, chatId)).statusCode).toBe(403)
  expect(await find(parent, chatId)).toMatchObject({ title: 'Выпускной', abilities: { post: false, startCall: true } })
  expect((await lines(parent, chatId)).map(({ kind, text }) => [kind, text])).toEqual([
    ['chat-renamed', 'Выпускной'],
    ['chat-changed', 'writing-staff'],
    ['chat-changed', 'calls-on'],
  ])
  await vi.waitFor(() => {
    expect(screen.frames).toContainEqual({ type: 'stale', topics: ['chats'] })
  })
  await settings(teacher, chatId, { whoMayWrite: 'staff' })
  expect(await lines(parent, chatId)).toHaveLength(3)
  expect((await settings(teacher, chatId, { whoMayWrite: 'somebody', title: '' })).json()).toMatchObject({
    errors: [{ pointer: '#/title' }, { pointer: '#/whoMayWrite' }],
  })
})

test('in the chat of a group its teachers choose the rules, not the name', async () => {
  const admin = await place.admin()
  const payload = { children: [{ id: randomUUID(), name: 'Пётр' }] }
  await send(admin, 'POST', `/api/groups/${groupId}/children`, payload)
  const { chats } = (await teacher.request({ url: '/api/chats' })).json<{ chats: Chat[] }>()
  const chatId = chats.find(({ binding }) => binding?.kind === 'group')?.id as ChatId
  expect((await settings(teacher, chatId, { newcomersSee: 'all' })).json()).toMatchObject({
    settings: { newcomersSee: 'all' },
  })
  expect((await settings(teacher, chatId, { title: 'Иначе' })).statusCode).toBe(403)
  expect((await add(teacher, chatId, colleague)).statusCode).toBe(403)
})

test('the owner hands the chat over before leaving it; moderators are of the staff', async () => {
  const chatId = await made(teacher, colleague, parent)
  const moderator = (who: Person) => `/api/chats/${chatId}/moderators/${who.accountId}`
  expect((await send(teacher, 'PUT', moderator(parent))).json()).toMatchObject({ code: 'only-staff' })
  expect((await leave(teacher, chatId)).json()).toMatchObject({ code: 'chat-needs-owner' })
  await send(teacher, 'PUT', moderator(colleague))
  expect(await find(colleague, chatId)).toMatchObject({ abilities: { configure: true, own: false } })
  const removal = `/api/chats/${chatId}/members/${teacher.accountId}`
  expect((await send(colleague, 'DELETE', removal)).statusCode).toBe(403)

  const owner = `/api/chats/${chatId}/owner/${colleague.accountId}`
  expect((await send(colleague, 'PUT', owner)).statusCode).toBe(403)
  expect((await send(teacher, 'PUT', owner)).statusCode).toBe(200)
  expect(await find(colleague, chatId)).toMatchObject({ ownerId: colleague.accountId, abilities: { own: true } })
  expect((await leave(teacher, chatId)).statusCode).toBe(200)
})

test('closed, it can be read and not written to, and opened again by its owner', async () => {
  const chatId = await made(teacher, parent)
  expect((await send(parent, 'DELETE', `/api/chats/${chatId}`)).statusCode).toBe(403)
  await send(teacher, 'DELETE', `/api/chats/${chatId}`)
  expect((await post(parent, chatId)).json()).toMatchObject({ code: 'chat-read-only' })
  expect((await add(teacher, chatId, colleague)).json()).toMatchObject({ code: 'chat-read-only' })
  await send(teacher, 'PUT', `/api/chats/${chatId}/open`)
  expect((await post(parent, chatId)).statusCode).toBe(200)
  await send(teacher, 'DELETE', `/api/chats/${chatId}`)
  expect((await leave(teacher, chatId)).statusCode).toBe(200)
  expect((await find(parent, chatId))?.ownerId).toBeNull()
})

test('whoever belongs here no more is out of the chats put together, too, and no chat is left without an owner', async () => {
  const admin = await place.admin()
  const [kept, closed] = [await made(colleague, teacher), await made(admin, parent)]
  const accountIds = [colleague.accountId, admin.accountId]
  await transact(world.db, async (tx, later) => {
    const ended = tx.updateTable('membership').set({ ended_at: new Date() })
    await ended.where('account_id', 'in', accountIds).execute()
    const left = { organizationId: place.id, groupIds: [], accountIds }
    await createStructurePort(world).changed(tx, teacher, left, later)
  })

  expect(await find(colleague, kept)).toBeUndefined()
  expect(await find(teacher, kept)).toMatchObject({ ownerId: teacher.accountId, state: 'open', memberCount: 1 })
  expect(await find(parent, closed)).toMatchObject({ ownerId: null, state: 'read-only' })
})

test('a teacher whose status is taken leaves the chats with parents, not those of colleagues', async () => {
  const head = await place.head()
  const [families, colleagues] = [await made(head, colleague, parent), await made(head, colleague)]
  const id = randomUUID()
  await world.db
    .insertInto('confirmation')
    .values({
      id: id as never,
      organization_id: place.id,
      membership_id: colleague.membershipId,
      position: 'воспитатель',
      how_to_check: 'Спросите',
      state: 'confirmed',
      decided_at: new Date(),
      decided_by: head.accountId,
    })
    .execute()
  const withdrawn = `/api/organizations/${place.id}/confirmations/${id}/withdraw`
  expect((await send(head, 'POST', withdrawn, { reason: 'Ошибка' })).statusCode).toBe(200)
  expect(await find(colleague, families)).toBeUndefined()
  expect(await find(colleague, colleagues)).toMatchObject({ memberCount: 2 })
})

test('what somebody owns is handed over in one step, also to a colleague who was not in it', async () => {
  const heir = await place.deputy()
  const chatId = await made(teacher, parent)
  const owned = { organizationId: place.id, accountId: teacher.accountId }
  expect(await listOwnedChats(world.db, owned)).toMatchObject([{ id: chatId, memberCount: 2 }])
  const given = { organizationId: place.id, from: teacher.accountId, to: heir }
  const actor = { ...heir, isOperator: false }
  expect(await transact(world.db, (tx, later) => handOverChats(world, tx, actor, given, later))).toBe(1)
  expect(await listOwnedChats(world.db, owned)).toEqual([])
  expect(await find(heir, chatId)).toMatchObject({ ownerId: heir.accountId, abilities: { own: true } })
  expect(await lines(parent, chatId)).toMatchObject([{ kind: 'members-joined', subjectIds: [heir.accountId] }])
})
