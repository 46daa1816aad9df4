import type { Chat, ChatId, GroupId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Tx } from '#platform/db.ts'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'
import {
  membersBySides,
  restructure as restructureIn,
  seedChild,
  seedGroup,
  seedGuardian,
  seedTeacher,
} from './structure-seed.ts'

let world: ChatWorld
beforeAll(async () => (world = await createChatWorld({ nodes: 2 })))
afterAll(() => world.close())

const restructure = (actor: ChatPerson, groupIds: GroupId[], change: (tx: Tx) => Promise<unknown>) =>
  restructureIn(world, actor, groupIds, change)

async function groupChat(person: ChatPerson, groupId: GroupId): Promise<Chat | undefined> {
  const { chats } = await person.chats()
  return chats.find(({ binding }) => binding?.kind === 'group' && binding.groupId === groupId)
}

/** A group with its teacher and one parent in it. */
async function settledGroup() {
  const [teacher, parent] = [await world.person(), await world.person({ role: 'parent' })]
  const groupId = await seedGroup(world, world.organizationId)
  const childId = await seedChild(world, world.organizationId, groupId)
  await restructure(teacher, [groupId], async () => {
    await seedTeacher(world, groupId, teacher.membershipId)
    await seedGuardian(world, childId, parent.membershipId)
  })
  const chat = await groupChat(teacher, groupId)
  if (!chat) throw new Error('No chat')
  return { teacher, parent, groupId, childId, chatId: chat.id }
}

test('a group has its chat from the start: teachers moderate it, parents are members, it is called like the group', async () => {
  const { teacher, parent, groupId } = await settledGroup()

  expect(await groupChat(teacher, groupId)).toMatchObject({
    title: `Группа ${groupId}`,
    memberCount: 2,
    abilities: { post: true, deleteAny: true, startCall: true, leave: false },
  })
  expect(await groupChat(parent, groupId)).toMatchObject({
    abilities: { post: true, deleteAny: false, startCall: false, leave: false },
  })
})

test('who joins later is announced in one line and sees from then on; whoever leaves gets nothing more', async () => {
  const { teacher, parent, groupId, childId, chatId } = await settledGroup()
  await teacher.post(chatId, { text: 'до них' })
  const [father, aunt] = [await world.person({ role: 'parent' }), await world.person({ role: 'parent' })]
  const watching = await parent.connect()
  watching.hold(chatId, await parent.page(chatId))
  const arriving = await father.connect()

  await restructure(teacher, [groupId], async () => {
    await seedGuardian(world, childId, father.membershipId)
    await seedGuardian(world, childId, aunt.membershipId)
  })

  await vi.waitFor(() => {
    expect(watching.state(chatId)?.messages).toMatchObject([
      { seq: 1 },
      { seq: 2, kind: 'members-joined', authorId: teacher.accountId, membershipId: teacher.membershipId },
    ])
    expect(arriving.frames).toContainEqual({ type: 'stale', topics: ['chats'] })
  })
  expect(watching.state(chatId)?.messages[1]?.subjectIds.toSorted()).toEqual(
    [father.accountId, aunt.accountId].toSorted(),
  )
  expect(await father.page(chatId)).toMatchObject({ isStart: true, messages: [{ seq: 2 }] })

  arriving.hold(chatId, await father.page(chatId))
  await restructure(teacher, [groupId], (tx) =>
    tx
      .updateTable('guardianship')
      .set({ until_at: new Date() })
      .where('membership_id', '=', father.membershipId)
      .execute(),
  )
  await teacher.post(chatId, { text: 'после него' })
  await vi.waitFor(() => {
    expect(arriving.frames).toContainEqual({ type: 'gone', chatId })
    expect(watching.state(chatId)?.messages).toHaveLength(4)
  })
  expect(arriving.state(chatId)).toBeUndefined()
  expect((await father.request({ url: father.messages(chatId) })).statusCode).toBe(404)
})

test('a child that moves takes its parent from one chat to the other in one step', async () => {
  const from = await settledGroup()
  const to = await settledGroup()

  await restructure(from.teacher, [from.groupId, to.groupId], async (tx) => {
    await tx.updateTable('group_child').set({ until_at: new Date() }).where('child_id', '=', from.childId).execute()
    await tx.insertInto('group_child').values({ group_id: to.groupId, child_id: from.childId }).execute()
  })

  expect(await groupChat(from.parent, from.groupId)).toBeUndefined()
  expect(await groupChat(from.parent, to.groupId)).toMatchObject({ lastMessage: { kind: 'members-joined' } })
  for (const { groupId } of [from, to]) {
    const { view, chat } = await membersBySides(world, groupId)
    expect(chat).toEqual(view)
  }
})

test('«Педагоги» holds all staff and shows newcomers what was said before; only the management moderates it', async () => {
  const [colleague, head] = [await world.person(), await world.person({ role: 'management' })]
  const staff = await seedGroup(world, world.organizationId, { kind: 'staff', name: 'Педагоги' })
  await restructure(head, [staff], () => Promise.resolve())
  const room = (await colleague.chats()).chats.find(({ binding }) => binding?.kind === 'staff')
  await colleague.post(room?.id ?? ('' as ChatId), { text: 'Педсовет в среду' })
  const newcomer = await world.person()
  await restructure(head, [staff], () => Promise.resolve())

  const seen = (await newcomer.chats()).chats.find(({ binding }) => binding?.kind === 'staff')
  expect(seen).toMatchObject({ title: 'Педагоги', unread: 0, abilities: { deleteAny: false, startCall: true } })
  expect((await newcomer.page(room?.id ?? ('' as ChatId))).messages).toMatchObject([
    { text: 'Педсовет в среду' },
    { kind: 'members-joined', subjectIds: [newcomer.accountId] },
  ])
  const ofHead = (await head.chats()).chats.find(({ binding }) => binding?.kind === 'staff')
  expect(ofHead).toMatchObject({ abilities: { deleteAny: true } })
})

test('a direct chat becomes read-only for both when its reason ends, and open again when it returns', async () => {
  const { teacher, parent, groupId, childId } = await settledGroup()
  const url = `/api/organizations/${world.organizationId}/direct-chats/${teacher.membershipId}`
  const opened = (await parent.request({ method: 'PUT', url })).json<Chat>()
  expect(opened).toMatchObject({ kind: 'direct', peer: { accountId: teacher.accountId }, abilities: { post: true } })
  expect((await parent.request({ method: 'PUT', url })).json()).toMatchObject({ id: opened.id })
  expect((await parent.post(opened.id)).statusCode).toBe(200)

  await restructure(teacher, [groupId], (tx) =>
    tx.updateTable('guardianship').set({ until_at: new Date() }).where('child_id', '=', childId).execute(),
  )
  for (const person of [parent, teacher]) {
    expect((await person.post(opened.id)).json()).toMatchObject({ code: 'chat-read-only' })
    expect((await person.page(opened.id)).messages).toHaveLength(1)
  }

  await restructure(teacher, [groupId], () => seedGuardian(world, childId, parent.membershipId))
  expect((await parent.post(opened.id)).statusCode).toBe(200)
})

test('the structure alone takes out whom it put in; who entered may be shown out, and may leave', async () => {
  const { teacher, parent, groupId, chatId } = await settledGroup()
  const admin = await world.person({ isAdmin: true })
  expect((await teacher.remove(chatId, parent)).statusCode).toBe(403)
  expect((await parent.remove(chatId, parent)).statusCode).toBe(403)

  expect((await admin.enter(chatId)).json()).toMatchObject({ abilities: { leave: true } })
  expect((await admin.page(chatId)).messages).toMatchObject([{ kind: 'member-entered' }])
  await restructure(teacher, [groupId], () => Promise.resolve())
  expect((await admin.members(chatId)).json()).toMatchObject({ members: { length: 3 } })
  expect((await parent.remove(chatId, admin)).statusCode).toBe(403)
  expect((await teacher.remove(chatId, admin)).statusCode).toBe(200)
  expect((await admin.members(chatId)).statusCode).toBe(404)
})

test('a change looks only at the direct chats of those whose place changes', async () => {
  const { teacher, parent, groupId, childId } = await settledGroup()
  const [far, away] = [await world.person(), await world.person()]
  const openWith = async (from: ChatPerson, to: ChatPerson) => {
    const url = `/api/organizations/${world.organizationId}/direct-chats/${to.membershipId}`
    return (await from.request({ method: 'PUT', url })).json<Chat>().id
  }
  const [near, other] = [await openWith(parent, teacher), await openWith(far, away)]
  // Wrong on purpose: whoever looked at it would put it right.
  await world.db.updateTable('chat').set({ state: 'read-only' }).where('id', '=', other).execute()

  await restructure(teacher, [groupId], (tx) =>
    tx.updateTable('guardianship').set({ until_at: new Date() }).where('child_id', '=', childId).execute(),
  )
  const states = await world.db.selectFrom('chat').where('id', 'in', [near, other]).select(['id', 'state']).execute()
  expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [near, 'read-only'],
      [other, 'read-only'],
    ]),
  )
})

test('parents stop writing to each other as soon as the organization no longer allows it', async () => {
  const { parent, groupId, childId, teacher } = await settledGroup()
  const [father, admin] = [await world.person({ role: 'parent' }), await world.person({ isAdmin: true })]
  await restructure(teacher, [groupId], () => seedGuardian(world, childId, father.membershipId))
  const card = (mayParentsWriteEachOther: boolean) =>
    admin.request({
      method: 'PATCH',
      url: `/api/organizations/${world.organizationId}`,
      payload: { mayParentsWriteEachOther },
    })
  expect((await card(true)).statusCode).toBe(200)
  const url = `/api/organizations/${world.organizationId}/direct-chats/${father.membershipId}`
  const { id } = (await parent.request({ method: 'PUT', url })).json<Chat>()
  expect((await parent.post(id)).statusCode).toBe(200)

  await card(false)
  expect((await parent.post(id)).json()).toMatchObject({ code: 'chat-read-only' })
  await card(true)
  expect((await parent.post(id)).statusCode).toBe(200)
})
