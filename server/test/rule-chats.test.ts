import { randomUUID } from 'node:crypto'
import type { BoundChat, Chat, ChatId, ChatMember, GroupId, Message, RulePart } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { speak } from './chat-world.ts'
import { type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

// Chats that follow a rule, those that are there by themselves included.
let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Person = Awaited<ReturnType<World['person']>>
let place: SeededOrganization
let head: Awaited<ReturnType<SeededOrganization['head']>>
beforeEach(async () => {
  place = await seedOrganization(world)
  head = await place.head()
})

const url = (chatId: string) => `/api/organizations/${place.id}/bound-chats/${chatId}`
const put = (who: Person, address: string, payload?: object) =>
  who.request({ method: 'PUT', url: address, ...(payload && { payload }) })
const chatsOf = async (who: Person) => (await who.request({ url: '/api/chats' })).json<{ chats: Chat[] }>().chats
const titlesOf = async (who: Person) => (await chatsOf(who)).map(({ title }) => title).sort()
const linesOf = async (who: Person, chatId: ChatId) =>
  (await who.request({ url: `/api/chats/${chatId}/messages` })).json<{ messages: Message[] }>().messages

async function make(title: string, parts: RulePart[]): Promise<ChatId> {
  const id = randomUUID() as ChatId
  const answer = await put(head, url(id), { title, parts })
  expect(answer.statusCode, answer.body).toBe(200)
  return id
}

const edit = (membershipId: string, payload: object) =>
  head.request({ method: 'PATCH', url: `/api/memberships/${membershipId}`, payload })
const mark = (who: Person, groupId: GroupId, membershipId: string, method: 'PUT' | 'DELETE' = 'PUT') =>
  who.request({ method, url: `/api/groups/${groupId}/committee/${membershipId}` })

test('the head gets a chat with the deputies as soon as there is one, and it follows who is a deputy', async () => {
  const teacher = await place.teacher()
  expect(await titlesOf(head)).not.toContain('Администрация')

  await edit(teacher.membershipId, { role: 'management', position: 'заместитель заведующего' })
  expect(await titlesOf(teacher)).toContain('Администрация')
  const second = await place.teacher()
  await edit(second.membershipId, { role: 'management' })
  expect(await titlesOf(second)).toContain('Администрация')

  await edit(teacher.membershipId, { role: 'teacher' })
  expect(await titlesOf(teacher)).not.toContain('Администрация')
  const [chat] = (await chatsOf(head)).filter(({ title }) => title === 'Администрация')
  expect((await linesOf(head, chat?.id as ChatId)).map(({ kind }) => kind)).toEqual(['members-joined', 'members-left'])
})

test('a teacher marks who is in the committee of her group: the chat with the head is there, and both are in it', async () => {
  const groupId = await place.group('Ромашка')
  const childId = await place.child('Ваня', groupId)
  const [teacher, parent] = [await place.teacher({ groups: [groupId] }), await place.parent([childId])]
  const other = await place.teacher()
  expect((await mark(other, groupId, parent.membershipId)).statusCode).toBe(403)
  expect((await mark(teacher, groupId, other.membershipId)).statusCode).toBe(404)

  const answer = await mark(teacher, groupId, parent.membershipId)
  expect(answer.json()).toMatchObject({ parents: [{ person: { membershipId: parent.membershipId } }] })
  expect(await titlesOf(parent)).toContain('Родительский актив')
  const chat = (await chatsOf(head)).find(({ title }) => title === 'Родительский актив')
  const { members } = (await head.request({ url: `/api/chats/${chat?.id ?? ''}/members` })).json<{
    members: ChatMember[]
  }>()
  expect(members.map(({ accountId, isInCommittee, role }) => ({ accountId, isInCommittee, role }))).toEqual([
    { accountId: head.accountId, isInCommittee: false, role: 'moderator' },
    { accountId: parent.accountId, isInCommittee: true, role: 'member' },
  ])

  await mark(teacher, groupId, parent.membershipId, 'DELETE')
  expect(await titlesOf(parent)).not.toContain('Родительский актив')
})

test('a parent whose child moves away leaves the committee, also when the child comes back', async () => {
  const [from, to] = [await place.group('Ромашка'), await place.group('Василёк')]
  const childId = await place.child('Ваня', from)
  const parent = await place.parent([childId])
  const admin = await place.admin()
  await mark(head, from, parent.membershipId)
  const move = (fromGroupId: GroupId, toGroupId: GroupId) =>
    admin.request({ method: 'POST', url: `/api/children/${childId}/move`, payload: { fromGroupId, toGroupId } })

  expect((await move(from, to)).statusCode).toBe(200)
  expect(await titlesOf(parent)).toEqual(['Василёк'])
  await move(to, from)
  expect(await titlesOf(parent)).toEqual(['Ромашка'])
})

test('a rule of several parts: a preview says who is in, then they are, and those who come to fit it come by themselves', async () => {
  const [one, two] = [await place.group('Ромашка'), await place.group('Василёк')]
  const [ofOne, ofTwo] = [await place.child('Ваня', one), await place.child('Оля', two)]
  const speech = await place.teacher()
  await edit(speech.membershipId, { position: 'Учитель-логопед' })
  const [near, far] = [await place.parent([ofOne]), await place.parent([ofTwo])]
  const parts: RulePart[] = [
    { kind: 'teachers', positions: ['учитель-логопед '], groupIds: [] },
    { kind: 'parents', groupIds: [one] },
  ]

  const preview = await head.request({ method: 'POST', url: url('preview'), payload: { parts } })
  const { count, people } = preview.json<{ count: number; people: { accountId: string }[] }>()
  expect([count, ...people.map(({ accountId }) => accountId)]).toEqual([2, speech.accountId, near.accountId])

  const chatId = await make('Логопед и Ромашка', parts)
  expect(await titlesOf(near)).toContain('Логопед и Ромашка')
  expect(await titlesOf(far)).not.toContain('Логопед и Ромашка')
  expect(await titlesOf(head)).not.toContain('Логопед и Ромашка')
  expect((await put(head, url(chatId), { title: 'Иначе', parts })).json<BoundChat>()).toMatchObject({
    title: 'Логопед и Ромашка',
  })

  const admin = await place.admin()
  const payload = { fromGroupId: two, toGroupId: one }
  await admin.request({ method: 'POST', url: `/api/children/${ofTwo}/move`, payload })
  expect(await titlesOf(far)).toContain('Логопед и Ромашка')
  await edit(speech.membershipId, { position: 'воспитатель' })
  expect(await titlesOf(speech)).not.toContain('Логопед и Ромашка')
})

test('an unconfirmed teacher fits no rule, since there may be parents; confirming lets them in at once', async () => {
  const chatId = await make('Все педагоги', [{ kind: 'teachers', positions: [], groupIds: [] }])
  const newcomer = await place.teacher({ isConfirmed: false })
  const confirmationId = randomUUID()
  await put(newcomer, `/api/organizations/${place.id}/confirmations/${confirmationId}`, {
    position: 'воспитатель',
    howToCheck: 'Спросите',
  })
  expect(await titlesOf(newcomer)).not.toContain('Все педагоги')
  await head.request({
    method: 'POST',
    url: `/api/organizations/${place.id}/confirmations/${confirmationId}/confirm`,
    payload: {},
  })
  expect((await chatsOf(newcomer)).map(({ id }) => id)).toContain(chatId)
})

test('renamed, with another rule, closed and opened again: its members see each, and the journal holds it', async () => {
  const deputy = await place.deputy()
  const teacher = await place.teacher()
  const chatId = await make('Совет', [{ kind: 'management' }])
  const change = (payload: object) => head.request({ method: 'PATCH', url: url(chatId), payload })

  await change({
    title: 'Педсовет',
    parts: [{ kind: 'management' }, { kind: 'teachers', positions: [], groupIds: [] }],
  })
  expect(await titlesOf(teacher)).toContain('Педсовет')
  expect(await linesOf(deputy, chatId)).toMatchObject([
    { kind: 'members-joined', subjectIds: [teacher.accountId] },
    { kind: 'chat-renamed', text: 'Педсовет' },
  ])

  await head.request({ method: 'DELETE', url: url(chatId) })
  const closed = (await chatsOf(teacher)).find(({ id }) => id === chatId)
  expect(closed).toMatchObject({ state: 'read-only', abilities: { post: false, startCall: false } })
  expect((await change({ title: 'Снова' })).json()).toMatchObject({ code: 'chat-read-only' })
  // Its people keep it, whatever becomes of the rule, as long as they belong here.
  await edit(deputy.membershipId, { role: 'teacher' })
  expect((await chatsOf(deputy)).map(({ id }) => id)).toContain(chatId)

  await put(head, `${url(chatId)}/open`)
  expect((await chatsOf(deputy)).find(({ id }) => id === chatId)).toMatchObject({ state: 'open' })
  const journal = await world.db
    .selectFrom('audit_entry')
    .where('subject_id', '=', chatId)
    .select('action')
    .orderBy('id')
    .execute()
  expect(journal.map(({ action }) => action)).toEqual(['chat.created', 'chat.edited', 'chat.closed', 'chat.reopened'])
})

test('a group of another organization in a rule is named, and nothing is made', async () => {
  const elsewhere = await seedOrganization(world)
  const chatId = randomUUID()
  const parts = [{ kind: 'management' }, { kind: 'parents', groupIds: [await elsewhere.group('Чужая')] }]
  expect((await put(head, url(chatId), { title: 'Чужие', parts })).json()).toMatchObject({
    errors: [{ pointer: '#/parts/1/groupIds', code: 'unknown-group' }],
  })
  expect((await head.request({ method: 'PATCH', url: url(chatId), payload: { title: 'Чужие' } })).statusCode).toBe(404)
})

test('the management enters a chat of a rule visibly, and the rule does not take out who entered', async () => {
  const groupId = await place.group('Ромашка')
  const childId = await place.child('Ваня', groupId)
  const [parent, teacher] = [await place.parent([childId]), await place.teacher({ groups: [groupId] })]
  const chatId = await make('Родители', [{ kind: 'parents', groupIds: [] }])
  expect((await teacher.request({ method: 'POST', url: `/api/chats/${chatId}/enter` })).statusCode).toBe(404)
  expect((await head.request({ method: 'POST', url: `/api/chats/${chatId}/enter` })).statusCode).toBe(200)
  expect(await linesOf(parent, chatId)).toMatchObject([{ kind: 'member-entered', subjectIds: [head.accountId] }])

  await edit(teacher.membershipId, { position: 'старший воспитатель' })
  expect((await chatsOf(head)).map(({ id }) => id)).toContain(chatId)
})

test('newcomers see what was said before where only staff meet; among parents from joining on', async () => {
  const groupId = await place.group('Ромашка')
  const [first, late] = [await place.child('Ваня', groupId), await place.child('Оля', groupId)]
  const parent = await place.parent([first])
  const chatId = await make('Родители Ромашки', [{ kind: 'parents', groupIds: [groupId] }])
  const said = { id: randomUUID(), text: 'До неё' }
  await parent.request({ method: 'POST', url: `/api/chats/${chatId}/messages`, payload: said })
  const admin = await place.admin()
  const other = await place.parent([late])
  await admin.request({
    method: 'POST',
    url: `/api/groups/${groupId}/children`,
    payload: { children: [{ id: randomUUID(), name: 'Пётр' }] },
  })
  expect(await linesOf(other, chatId)).toMatchObject([{ kind: 'members-joined' }])
})

test('who is taken out by the rule is gone at once, also from an open screen', async () => {
  const deputy = await place.deputy()
  const chatId = await make('Совет', [{ kind: 'management' }])
  const screen = await speak(world, deputy, 0).connect()
  await edit(deputy.membershipId, { role: 'teacher' })
  await vi.waitFor(() => {
    expect(screen.frames).toContainEqual({ type: 'gone', chatId })
  })
})
