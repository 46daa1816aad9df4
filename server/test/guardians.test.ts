import {
  type Chat,
  chatEndpoints,
  type Child,
  childEndpoints,
  type ChildId,
  type GroupId,
  organizationEndpoints,
  type OwnMembership,
  pathOf,
} from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seedOrganization, type SeededOrganization } from './organization-seed.ts'
import { restructure } from './structure-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let sad: SeededOrganization
let admin: Awaited<ReturnType<SeededOrganization['admin']>>
let teacher: typeof admin
let groupId: GroupId
let vanya: ChildId
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())
beforeEach(async () => {
  sad = await seedOrganization(world)
  admin = await sad.admin()
  groupId = await sad.group('Младшая')
  teacher = await sad.teacher({ groups: [groupId] })
  vanya = await sad.child('Кузнецов Ваня', groupId)
  await settle()
})

type Someone = typeof admin
const settle = () => restructure({ ...world, organizationId: sad.id }, admin, [groupId], () => Promise.resolve())

const set = (who: Someone, parent: Someone, body: object, childId = vanya) =>
  who.request({
    method: 'PUT',
    url: pathOf(childEndpoints.setGuardian, { childId, membershipId: parent.membershipId }),
    payload: body,
  })

async function chatsOf(who: Someone): Promise<Chat[]> {
  return (await who.request({ url: chatEndpoints.list.path })).json<{ chats: Chat[] }>().chats
}
const groupChats = async (who: Someone) =>
  (await chatsOf(who)).flatMap(({ binding }) => (binding?.kind === 'group' ? [binding.groupId] : []))

/** Whom somebody may write to, by membership. */
async function contactsOf(who: Someone): Promise<string[]> {
  const url = pathOf(chatEndpoints.contacts, { organizationId: sad.id })
  const { people } = (await who.request({ url })).json<{ people: { membershipId: string }[] }>()
  return people.map(({ membershipId }) => membershipId).sort()
}
const openDirect = (from: Someone, to: Someone) =>
  from.request({
    method: 'PUT',
    url: pathOf(chatEndpoints.openDirect, { organizationId: sad.id, membershipId: to.membershipId }),
  })

test('a parent who is here becomes the guardian of one more child, and is in its group from then on', async () => {
  const older = await sad.group('Старшая')
  const sonya = await sad.child('Кузнецова Соня', older)
  const mother = await sad.parent([vanya], 'мама Вани')

  const answer = await set(admin, mother, { label: 'мама Сони', isLimited: false }, sonya)

  expect(answer.json<Child>().guardians).toMatchObject([
    { membershipId: mother.membershipId, label: 'мама Сони', isLimited: false },
  ])
  expect(await groupChats(mother)).toContain(older)
  expect((await set(admin, mother, { isLimited: false }, sonya)).json<Child>().guardians).toHaveLength(1)
})

test('who is limited to the child sees it and writes with its teachers, and is neither in the chat nor known', async () => {
  await world.db
    .updateTable('organization')
    .set({ may_parents_write_each_other: true })
    .where('id', '=', sad.id)
    .execute()
  const [mother, granny] = [await sad.parent([vanya], 'мама'), await sad.parent([vanya], 'бабушка')]
  await settle()
  expect(await contactsOf(granny)).toContain(mother.membershipId)
  const between = (await openDirect(granny, mother)).json<Chat>()
  const withTeacher = (await openDirect(granny, teacher)).json<Chat>()

  await set(teacher, granny, { isLimited: true })

  expect(await groupChats(granny)).toEqual([])
  expect(await contactsOf(granny)).toEqual([admin.membershipId, teacher.membershipId].sort())
  expect(await contactsOf(mother)).not.toContain(granny.membershipId)
  const states = new Map((await chatsOf(granny)).map(({ id, state }) => [id, state]))
  expect([states.get(between.id), states.get(withTeacher.id)]).toEqual(['read-only', 'open'])
  const url = pathOf(childEndpoints.get, { childId: vanya })
  expect((await granny.request({ url })).statusCode).toBe(200)

  await set(teacher, granny, { isLimited: false })
  expect(await groupChats(granny)).toEqual([groupId])
})

test('with the child goes the reason to write to its teacher, for whoever is limited to it too', async () => {
  const older = await sad.group('Старшая')
  const granny = await sad.parent([vanya], 'бабушка')
  await set(admin, granny, { isLimited: true })
  const { id } = (await openDirect(granny, teacher)).json<Chat>()

  const url = pathOf(childEndpoints.move, { childId: vanya })
  await admin.request({ method: 'POST', url, payload: { fromGroupId: groupId, toGroupId: older } })

  expect((await chatsOf(granny)).find((chat) => chat.id === id)?.state).toBe('read-only')
})

test('limited for one child, and in the chat of another', async () => {
  const older = await sad.group('Старшая')
  const sonya = await sad.child('Соня', older)
  const aunt = await sad.parent([vanya, sonya], 'тётя')

  await set(admin, aunt, { isLimited: true })

  expect(await groupChats(aunt)).toEqual([])
  await restructure({ ...world, organizationId: sad.id }, admin, [older], () => Promise.resolve())
  expect(await groupChats(aunt)).toEqual([older])
})

test('a limit outlives that the child left and came back', async () => {
  const granny = await sad.parent([vanya], 'бабушка')
  await set(admin, granny, { isLimited: true })
  const url = pathOf(childEndpoints.remove, { groupId, childId: vanya })
  await admin.request({ method: 'DELETE', url })
  const back = await admin.request({ method: 'PUT', url })

  expect(back.json<Child>().guardians).toMatchObject([{ label: 'бабушка', isLimited: true }])
  expect(await groupChats(granny)).toEqual([])
})

test('a teacher ties parents of own groups only, nobody ties themselves, and staff are no parents', async () => {
  const elsewhere = await sad.parent([await sad.child('Соня', await sad.group('Старшая'))], 'мама Сони')
  const mother = await sad.parent([vanya], 'мама Вани')
  const brother = await sad.child('Кузнецов Петя', groupId)
  const asParent = await sad.parent([await sad.child('Рома', await sad.group('Средняя'))], 'мама', admin)

  const codes = [
    (await set(teacher, elsewhere, { isLimited: false })).statusCode,
    (await set(teacher, mother, { isLimited: false }, brother)).statusCode,
    (await set(admin, teacher, { isLimited: false })).statusCode,
    (await set(admin, asParent, { isLimited: false })).statusCode,
    (await set(mother, mother, { isLimited: true })).statusCode,
  ]

  expect(codes).toEqual([404, 200, 404, 403, 403])
})

test('a teacher who is a parent here is in the chat of each group once, labelled as both', async () => {
  const own = await sad.group('Старшая')
  const daughter = await sad.child('Дочка', own)
  const parent = await sad.parent([daughter], 'мама Дочки', teacher)
  await restructure({ ...world, organizationId: sad.id }, admin, [own], () => Promise.resolve())

  expect((await groupChats(parent)).sort()).toEqual([groupId, own].sort())
  const answer = await parent.request({ url: organizationEndpoints.mine.path })
  expect(answer.json<{ memberships: OwnMembership[] }>().memberships.map(({ role, label }) => [role, label])).toEqual([
    ['teacher', 'воспитатель'],
    ['parent', 'мама Дочки'],
  ])
})

test('a parent in two kindergartens is in the chats of both, and a limit in one is none in the other', async () => {
  const other = await seedOrganization(world, { name: 'Школа «Росток»' })
  const [otherAdmin, otherGroup] = [await other.admin(), await other.group('1 А')]
  const mother = await sad.parent([vanya], 'мама Вани')
  const there = await other.parent([await other.child('Соня', otherGroup)], 'мама Сони', mother)
  await restructure({ ...world, organizationId: other.id }, otherAdmin, [otherGroup], () => Promise.resolve())

  await set(admin, mother, { isLimited: true })

  expect(await groupChats(there)).toEqual([otherGroup])
})
