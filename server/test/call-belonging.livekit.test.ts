import type { Call, ChatId, GroupId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { caller, type CallWorld, createCallWorld, LIVEKIT_ARRIVES_MS, startedBy } from './call-world.ts'
import type { ChatPerson } from './chat-world.ts'
import { restructure, seedChild, seedGroup, seedGuardian, seedTeacher } from './structure-seed.ts'

let world: CallWorld
let head: ChatPerson

beforeAll(async () => {
  world = await createCallWorld()
  head = await world.person({ role: 'management' })
}, LIVEKIT_ARRIVES_MS)
afterAll(() => world.close())

/** Two teachers and a mother talk in their group; the second teacher and the mother talk with each other as well. */
async function talkingGroup() {
  const [lead, teacher] = [await world.person(), await world.person({ givenName: 'Мария' })]
  const mother = await world.person({ role: 'parent', givenName: 'Елена' })
  const groupId = await seedGroup(world, world.organizationId)
  await restructure(world, head, [groupId], async () => {
    await seedTeacher(world, groupId, lead.membershipId)
    await seedTeacher(world, groupId, teacher.membershipId)
    await seedGuardian(world, await seedChild(world, world.organizationId, groupId), mother.membershipId)
  })
  const { chats } = await lead.chats()
  const chatId = chats.find(({ binding }) => binding?.kind === 'group' && binding.groupId === groupId)?.id as ChatId
  const group = await startedBy(lead, chatId)
  for (const person of [lead, teacher, mother]) await enter(group, person)
  const direct = await startedBy(teacher, await world.directChat(teacher, mother))
  return { lead, teacher, mother, groupId, group, direct }
}

async function enter(call: Call, person: ChatPerson): Promise<void> {
  await caller(person).join(call)
  await world.tell('joined', call, person)
}

const isIn = async (host: ChatPerson, call: Call, person: ChatPerson): Promise<boolean | undefined> => {
  const { people } = await caller(host).readAttendance(call)
  return people.find(({ accountId }) => accountId === person.accountId)?.visits.some(({ leftAt }) => leftAt === null)
}

const ends = (person: ChatPerson, call: Call, outcome: Call['outcome']) =>
  vi.waitFor(async () => {
    expect((await caller(person).get(call)).json()).toMatchObject({ state: 'ended', outcome })
  }, 5_000)

const parentLeaves = (groupId: GroupId, { membershipId }: ChatPerson) =>
  restructure(world, head, [groupId], (tx) =>
    tx.updateTable('guardianship').set({ until_at: new Date() }).where('membership_id', '=', membershipId).execute(),
  )

test('a parent who belongs to the group no more leaves its call at once; the others go on', async () => {
  const { lead, teacher, mother, groupId, group } = await talkingGroup()
  expect(await isIn(lead, group, mother)).toBe(true)
  const phone = await mother.connect()

  await parentLeaves(groupId, mother)

  await vi.waitFor(async () => {
    expect(await isIn(lead, group, mother)).toBe(false)
    expect(phone.frames).toContainEqual({ type: 'stale', topics: ['calls'] })
  })
  expect(await isIn(lead, group, teacher)).toBe(true)
  expect((await caller(mother).join(group)).statusCode).toBe(404)
  phone.close()
})

test('a teacher whose status is taken in the middle of it is put out, and hears nothing of the chat any more', async () => {
  const { lead, teacher, mother, group } = await talkingGroup()
  const device = await teacher.connect()
  await mother.post(group.chatId, { text: 'Пока вы здесь' })
  const heard = () => device.frames.filter((frame) => frame.type === 'changes' && frame.chatId === group.chatId)
  await vi.waitFor(() => {
    expect(JSON.stringify(heard())).toContain('Пока вы здесь')
  })

  const url = `/api/memberships/${teacher.membershipId}/unconfirm`
  const answer = await head.request({ method: 'POST', url, payload: { reason: 'Перешла на другую работу' } })
  expect(answer.statusCode).toBe(200)

  await vi.waitFor(async () => {
    expect(await isIn(lead, group, teacher)).toBe(false)
    expect(device.frames).toContainEqual({ type: 'stale', topics: ['calls'] })
  })
  expect((await caller(teacher).join(group)).statusCode).toBe(404)
  // All who hear of a message are sent it in one go: once somebody has it, nobody else is still waiting for it.
  const phone = await mother.connect()
  await lead.post(group.chatId, { text: 'Без вас' })
  await vi.waitFor(() => {
    expect(JSON.stringify(phone.frames)).toContain('Без вас')
  })
  expect(JSON.stringify(device.frames)).not.toContain('Без вас')
  device.close()
  phone.close()
})

test('a teacher who leaves the organization leaves every call there, and what is open on their screen goes', async () => {
  await seedGroup(world, world.organizationId, { kind: 'staff' })
  const { lead, teacher, mother, group, direct } = await talkingGroup()
  for (const person of [teacher, mother]) await enter(direct, person)
  const phone = await teacher.connect()
  phone.hold(group.chatId, await teacher.page(group.chatId))

  const url = `/api/organizations/${world.organizationId}/departures/${teacher.membershipId}`
  const left = await teacher.request({ method: 'PUT', url, payload: { groups: [], chatsTo: null, linksTo: null } })

  expect([left.statusCode, left.body]).toEqual([200, '{}'])
  await ends(mother, direct, 'ended')
  await vi.waitFor(async () => {
    expect(await isIn(lead, group, teacher)).toBe(false)
    expect(phone.frames).toContainEqual({ type: 'gone', chatId: group.chatId })
  })
  expect((await teacher.request({ url: '/api/me/memberships' })).json()).toEqual({ memberships: [] })
  phone.close()
})

test('somebody who signs out on the device they talk on leaves it', async () => {
  const { lead, mother, group } = await talkingGroup()

  expect((await mother.request({ method: 'POST', url: '/api/sign-out' })).statusCode).toBe(200)

  await vi.waitFor(async () => {
    expect(await isIn(lead, group, mother)).toBe(false)
  })
})

test.each([
  { what: 'the talk ends', isAnswered: true, outcome: 'ended' },
  { what: 'it stops ringing', isAnswered: false, outcome: 'missed' },
] as const)('when two may write to each other no more, $what', async ({ isAnswered, outcome }) => {
  const { teacher, mother, groupId, direct } = await talkingGroup()
  await enter(direct, teacher)
  if (isAnswered) await enter(direct, mother)

  await parentLeaves(groupId, mother)

  await ends(mother, direct, outcome)
  expect((await caller(teacher).join(direct)).json()).toMatchObject({ code: 'call-ended' })
  const [record] = (await teacher.page(direct.chatId)).messages
  expect(record?.call?.endedAt).toEqual(expect.any(String))
})
