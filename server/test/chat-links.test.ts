import { randomUUID } from 'node:crypto'
import type { Chat, ChatId, GroupId, Invitation, Message } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

// Links of a chat (2.5): in, to asking, or nowhere.
let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Person = Awaited<ReturnType<World['person']>>
type Member = Awaited<ReturnType<SeededOrganization['admin']>>
let place: SeededOrganization
let groupId: GroupId
let teacher: Member
let parent: Member
beforeEach(async () => {
  place = await seedOrganization(world)
  groupId = await place.group('Ромашка')
  teacher = await place.teacher({ groups: [groupId] })
  parent = await place.parent([await place.child('Ваня', groupId)])
})

const send = (who: Person, method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, payload?: object) =>
  who.request({ method, url, ...(payload && { payload }) })
const tokenOf = ({ url }: Invitation) => url.split('/').at(-1) ?? ''
const look = (who: Person, token: string) => send(who, 'GET', `/api/invitations/${token}/chat`)
const enter = (who: Person, token: string) => send(who, 'POST', `/api/invitations/${token}/enter`)
const chatsOf = async (who: Person) => (await who.request({ url: '/api/chats' })).json<{ chats: Chat[] }>().chats
const linesOf = async (who: Person, chatId: ChatId) =>
  (await who.request({ url: `/api/chats/${chatId}/messages` })).json<{ messages: Message[] }>().messages

async function chatOf(who: Member, ...people: Member[]): Promise<ChatId> {
  const membershipIds = people.map(({ membershipId }) => membershipId)
  const url = `/api/organizations/${place.id}/group-chats/${randomUUID()}`
  return (await send(who, 'PUT', url, { title: 'Утренник', membershipIds })).json<Chat>().id
}

async function groupChat(): Promise<ChatId> {
  const admin = await place.admin()
  const children = [{ id: randomUUID(), name: 'Пётр' }]
  await send(admin, 'POST', `/api/groups/${groupId}/children`, { children })
  return (await chatsOf(teacher)).find(({ binding }) => binding?.kind === 'group')?.id as ChatId
}

async function linkTo(chatId: ChatId, terms: object = {}, id: string = randomUUID()): Promise<Invitation> {
  const answer = await send(teacher, 'PUT', `/api/chats/${chatId}/invitations/${id}`, terms)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Invitation>()
}

const request = (who: Person, payload: object) =>
  send(who, 'PUT', `/api/me/join-requests/${randomUUID()}`, {
    role: 'parent',
    code: place.code,
    ...{ givenName: 'Игорь', patronymic: '', familyName: 'Ли', childName: 'Ваня Ли', label: 'папа Вани' },
    groupId: null,
    consents: [{ purpose: 'family-communication', textVersion: 1 }],
    ...payload,
  })

test('a parent whom the teacher may write to comes straight in, once, and is seen by all', async () => {
  const chatId = await chatOf(teacher)
  const link = await linkTo(chatId, { useLimit: 1 })
  expect(link).toMatchObject({ kind: 'chat', chat: { id: chatId, title: 'Утренник' }, state: 'open' })
  const token = tokenOf(link)

  const open = await world.request({ url: `/api/invitations/${token}` })
  expect(open.json()).toMatchObject({ kind: 'chat', chatTitle: 'Утренник', joined: null })
  expect((await look(parent, token)).json()).toEqual({ way: 'enter', chatId })
  expect((await enter(parent, token)).json()).toEqual({ chatId })
  expect((await enter(parent, token)).json()).toEqual({ chatId })
  expect(await linesOf(parent, chatId)).toMatchObject([{ kind: 'members-joined', subjectIds: [parent.accountId] }])
  const listed = (await send(teacher, 'GET', `/api/chats/${chatId}/invitations`)).json<{ invitations: Invitation[] }>()
  expect(listed.invitations).toMatchObject([{ state: 'spent', uses: 1 }])

  const second = await place.parent([await place.child('Оля', groupId)])
  expect((await enter(second, token)).json()).toMatchObject({ code: 'invitation-spent' })
})

test('somebody of the organization who may not be in it does not get in, and has nothing to ask for', async () => {
  const token = tokenOf(await linkTo(await chatOf(teacher, parent)))
  const stranger = await place.parent([await place.child('Оля', await place.group('Василёк'))])
  const unconfirmed = await place.teacher({ isConfirmed: false })
  for (const person of [stranger, unconfirmed]) {
    expect((await look(person, token)).json()).toEqual({ way: 'none' })
    expect((await enter(person, token)).json()).toMatchObject({ code: 'chat-not-for-you' })
  }
})

test('whoever does not belong yet asks; let in, they are in the chat whose link it was', async () => {
  const chatId = await chatOf(teacher, parent)
  const token = tokenOf(await linkTo(chatId))
  const father = await world.person()
  expect((await look(father, token)).json()).toMatchObject({
    way: 'ask',
    organization: { code: place.code, groups: [{ name: 'Ромашка' }] },
    groupId: null,
  })
  expect((await enter(father, token)).json()).toMatchObject({ code: 'chat-not-for-you' })
  const accept = { role: 'parent', givenName: 'И', patronymic: '', familyName: 'Л', label: 'папа', consents: [] }
  expect((await send(father, 'POST', `/api/invitations/${token}/accept`, accept)).statusCode).toBe(404)

  const asked = (await request(father, { groupId, via: token })).json<{ id: string }>()
  expect((await chatsOf(father)).map(({ id }) => id)).not.toContain(chatId)
  const newChild = { id: randomUUID(), name: 'Ваня Ли', groupId }
  const url = `/api/organizations/${place.id}/join-requests/${asked.id}/accept`
  expect((await send(teacher, 'POST', url, { newChild })).statusCode).toBe(200)
  expect((await chatsOf(father)).map(({ id }) => id)).toContain(chatId)
})

test('the link of a group always ends in a decision, about that very group', async () => {
  const chatId = await groupChat()
  const token = tokenOf(await linkTo(chatId))
  const father = await world.person()
  expect((await look(parent, token)).json()).toEqual({ way: 'in', chatId })
  expect((await look(father, token)).json()).toMatchObject({ way: 'ask', groupId })
  // A parent of another group, whom this teacher may not write to, asks like anybody else.
  const other = await place.group('Василёк')
  const neighbour = await place.parent([await place.child('Оля', other)])
  expect((await look(neighbour, token)).json()).toMatchObject({ way: 'ask', groupId })
  expect((await enter(neighbour, token)).json()).toMatchObject({ code: 'chat-not-for-you' })

  await request(father, { groupId: other, via: token })
  const queue = `/api/organizations/${place.id}/join-requests`
  expect((await send(teacher, 'GET', queue)).json()).toMatchObject({ requests: [{ groupId }] })
})

test('revoked, late or closed it says so; with another organization it is none', async () => {
  const chatId = await chatOf(teacher, parent)
  const [revoked, closed] = [await linkTo(chatId), await linkTo(chatId)]
  await send(teacher, 'DELETE', `/api/organizations/${place.id}/invitations/${revoked.id}`)
  const father = await world.person()
  expect((await look(father, tokenOf(revoked))).json()).toMatchObject({ code: 'invitation-revoked' })
  expect((await request(father, { via: tokenOf(revoked) })).json()).toMatchObject({ code: 'invitation-revoked' })
  const elsewhere = await seedOrganization(world)
  expect((await request(father, { code: elsewhere.code, via: tokenOf(closed) })).statusCode).toBe(404)
  await send(teacher, 'DELETE', `/api/chats/${chatId}`)
  expect((await look(father, tokenOf(closed))).json()).toMatchObject({ code: 'invitation-revoked' })
})

test('only who keeps order in a chat makes its links, and none leads past a rule', async () => {
  const head = await place.head()
  const chatId = await chatOf(teacher, parent)
  const make = (who: Person, id: string) => send(who, 'PUT', `/api/chats/${id}/invitations/${randomUUID()}`, {})
  expect((await make(parent, chatId)).statusCode).toBe(403)
  expect((await make(head, chatId)).statusCode).toBe(404)
  const ruleChatId = randomUUID()
  const parts = [{ kind: 'head' }, { kind: 'parents', groupIds: [] }]
  await send(head, 'PUT', `/api/organizations/${place.id}/bound-chats/${ruleChatId}`, { title: 'Сад', parts })
  expect((await make(head, ruleChatId)).statusCode).toBe(403)

  const link = await linkTo(chatId, {}, randomUUID())
  expect((await linkTo(chatId, {}, link.id)).url).toBe(link.url)
  const other = await chatOf(teacher)
  const again = `/api/chats/${other}/invitations/${link.id}`
  expect((await send(teacher, 'PUT', again, {})).statusCode).toBe(404)
  const table = await send(head, 'GET', `/api/organizations/${place.id}/invitations?kind=chat`)
  expect(table.json<{ invitations: Invitation[] }>().invitations.length).toBeGreaterThan(0)
})
