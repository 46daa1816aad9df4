import { type Child, type ChildId, endpoints, type GroupId, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { nameAccount, type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let sad: SeededOrganization
let admin: Awaited<ReturnType<SeededOrganization['admin']>>
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())
beforeEach(async () => {
  sad = await seedOrganization(world)
  admin = await sad.admin()
})

type Requester = Pick<Awaited<ReturnType<World['person']>>, 'request'>
const { children } = endpoints

const addChildren = (who: Requester, groupId: GroupId, names: string[]) =>
  who.request({
    method: 'POST',
    url: pathOf(children.add, { groupId }),
    payload: { children: names.map((name) => ({ id: newId<ChildId>(), name })) },
  })
const childList = async (who: Requester, groupId: GroupId) =>
  (await who.request({ url: pathOf(children.list, { groupId }) })).json<{ children: Child[] }>().children
const move = (who: Requester, childId: ChildId, fromGroupId: GroupId, toGroupId: GroupId) =>
  who.request({ method: 'POST', url: pathOf(children.move, { childId }), payload: { fromGroupId, toGroupId } })
const members = async (groupId: GroupId) =>
  (await world.db.selectFrom('group_member').where('group_id', '=', groupId).select('account_id').execute()).map(
    (row) => row.account_id,
  )

describe('children', () => {
  test('a pasted list is added at once, every bad line named', async () => {
    const groupId = await sad.group('Младшая')
    await addChildren(admin, groupId, ['Иванов Ваня', ' Петрова  Оля '])
    expect((await childList(admin, groupId)).map((child) => child.name)).toEqual(['Иванов Ваня', 'Петрова Оля'])

    const answer = await addChildren(admin, groupId, ['Сидоров Лев', 'иванов ваня', 'Сидоров Лев'])
    expect(answer.json<{ errors: unknown }>().errors).toMatchObject([
      { pointer: '#/children/1/name', code: 'duplicate' },
      { pointer: '#/children/2/name', code: 'duplicate' },
    ])
    expect(await childList(admin, groupId)).toHaveLength(2)
  })

  test('a namesake is added when that is what is meant', async () => {
    const groupId = await sad.group('Младшая')
    await sad.child('Иванов Ваня', groupId)
    const payload = { children: [{ id: newId<ChildId>(), name: 'Иванов Ваня', isNamesake: true }] }
    await admin.request({ method: 'POST', url: pathOf(children.add, { groupId }), payload })

    expect(await childList(admin, groupId)).toHaveLength(2)
  })

  test('a moved child takes both guardians along, and nobody stays behind', async () => {
    const [younger, older] = [await sad.group('Младшая'), await sad.group('Старшая')]
    const childId = await sad.child('Кузнецов Ваня', younger)
    const mother = await sad.parent([childId], 'мама Вани')
    const father = await sad.parent([childId], 'папа Вани')

    const answer = await move(admin, childId, younger, older)

    expect(answer.json()).toMatchObject({ name: 'Кузнецов Ваня', groups: [{ id: older, name: 'Старшая' }] })
    expect(await members(younger)).toEqual([])
    expect((await members(older)).sort()).toEqual([mother.accountId, father.accountId].sort())
    expect((await move(admin, childId, younger, older)).statusCode).toBe(200)
  })

  test('a child that is not there is not moved from there', async () => {
    const [younger, older, club] = [await sad.group('Младшая'), await sad.group('Старшая'), await sad.group('Лепка')]
    const childId = await sad.child('Кузнецов Ваня', younger)

    expect((await move(admin, childId, club, older)).json()).toMatchObject({ status: 409, code: 'child-elsewhere' })
  })

  test('two administrators moving one child at once leave it in exactly one group', async () => {
    const [from, a, b] = [await sad.group('Младшая'), await sad.group('Средняя'), await sad.group('Старшая')]
    const childId = await sad.child('Кузнецов Ваня', from)
    const second = await sad.admin()

    const answers = await Promise.all([move(admin, childId, from, a), move(second, childId, from, b)])

    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409])
    const found = await admin.request({ url: pathOf(children.get, { childId }) })
    expect(found.json<Child>().groups).toHaveLength(1)
  })

  test('a teacher moves no child into a group of somebody else', async () => {
    const [own, other] = [await sad.group('Младшая'), await sad.group('Старшая')]
    const teacher = await sad.teacher({ groups: [own] })
    const childId = await sad.child('Кузнецов Ваня', own)

    expect((await move(teacher, childId, own, other)).statusCode).toBe(403)
    expect(await childList(teacher, own)).toHaveLength(1)
  })

  test('when the last child leaves, the parent is a former one; with another child here, nothing changes', async () => {
    const groupId = await sad.group('Младшая')
    const [first, second] = [await sad.child('Кузнецов Ваня', groupId), await sad.child('Кузнецова Оля', groupId)]
    const mother = await sad.parent([first, second])
    const remove = (childId: ChildId) =>
      admin.request({ method: 'DELETE', url: pathOf(children.remove, { groupId, childId }) })
    const card = () => mother.request({ url: pathOf(endpoints.organizations.card, { organizationId: sad.id }) })

    await remove(first)
    expect((await card()).statusCode).toBe(200)
    expect((await remove(second)).json()).toEqual({ hasLeft: true })
    expect((await card()).statusCode).toBe(404)
    expect((await remove(second)).json()).toEqual({ hasLeft: true })
  })

  test('guardians are shown by given and family name, with whose parent they are', async () => {
    const groupId = await sad.group('Младшая')
    const childId = await sad.child('Кузнецов Ваня', groupId)
    const mother = await sad.parent([childId], 'мама Вани')
    await nameAccount(world, mother.accountId, ['Кузнецова', 'Елена', 'Игоревна'])

    expect((await childList(admin, groupId))[0]?.guardians).toMatchObject([
      { name: 'Елена Кузнецова', label: 'мама Вани', role: 'parent', isConfirmed: false },
    ])
  })
})
