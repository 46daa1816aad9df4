import { type Child, endpoints, type Group, type GroupId, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { type SeededOrganization, seedOrganization } from './organization-seed.ts'
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
const { groups, children } = endpoints

const groupList = async (who: Requester) =>
  (await who.request({ url: pathOf(groups.list, { organizationId: sad.id }) })).json<{ groups: Group[] }>().groups
const createGroups = (who: Requester, names: string[]) =>
  who.request({
    method: 'POST',
    url: pathOf(groups.create, { organizationId: sad.id }),
    payload: { groups: names.map((name) => ({ id: newId<GroupId>(), name })) },
  })
const childList = async (who: Requester, groupId: GroupId) =>
  (await who.request({ url: pathOf(children.list, { groupId }) })).json<{ children: Child[] }>().children
const members = async (groupId: GroupId) =>
  (await world.db.selectFrom('group_member').where('group_id', '=', groupId).select('account_id').execute()).map(
    (row) => row.account_id,
  )

describe('groups', () => {
  test('a new organization has «Педагоги» and nothing else', async () => {
    const [staff, ...others] = await groupList(admin)

    expect(staff).toMatchObject({ kind: 'staff', name: 'Педагоги', memberCount: 1 })
    expect(others).toEqual([])
  })

  test('the administrator makes a pasted list of groups at once, kept in its order', async () => {
    await createGroups(admin, ['  Младшая ', 'Средняя', 'Старшая'])

    expect((await groupList(admin)).map((group) => group.name)).toEqual(['Педагоги', 'Младшая', 'Средняя', 'Старшая'])
  })

  test('every bad line is named, and nothing is made', async () => {
    await createGroups(admin, ['Младшая'])
    const answer = await createGroups(admin, ['Средняя', 'младшая', '   ', '№ 5', 'Средняя'])

    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ errors: unknown }>().errors).toMatchObject([
      { pointer: '#/groups/2/name', code: 'required' },
      { pointer: '#/groups/3/name', code: 'no-letters' },
    ])
    const second = await createGroups(admin, ['Средняя', 'младшая', 'Средняя'])
    expect(second.json<{ errors: unknown }>().errors).toMatchObject([
      { pointer: '#/groups/1/name', code: 'taken' },
      { pointer: '#/groups/2/name', code: 'taken' },
    ])
    expect(await groupList(admin)).toHaveLength(2)
  })

  test('a retry of a lost answer makes nothing twice', async () => {
    const payload = { groups: [{ id: newId<GroupId>(), name: 'Младшая' }] }
    const request = { method: 'POST', url: pathOf(groups.create, { organizationId: sad.id }), payload } as const
    await admin.request(request)

    expect((await admin.request(request)).statusCode).toBe(200)
    expect(await groupList(admin)).toHaveLength(2)
  })

  test.each([
    ['renamed', { method: 'PATCH', payload: { name: 'Коллектив' } } as const],
    ['archived', { method: 'DELETE' } as const],
  ])('«Педагоги» is not %s, with a code of its own', async (_, request) => {
    const answer = await admin.request({ ...request, url: pathOf(groups.get, { groupId: sad.staffGroupId }) })

    expect(answer.json()).toMatchObject({ status: 409, code: 'staff-group-stays' })
  })

  test('a group with children is not archived; an empty one is, and comes back', async () => {
    const groupId = await sad.group('Младшая')
    const childId = await sad.child('Иванов Ваня', groupId)
    const archive = () => admin.request({ method: 'DELETE', url: pathOf(groups.archive, { groupId }) })
    expect((await archive()).json()).toMatchObject({ status: 409, code: 'group-not-empty', params: { count: 1 } })

    await admin.request({ method: 'DELETE', url: pathOf(children.remove, { groupId, childId }) })
    expect((await archive()).json()).toMatchObject({ isArchived: true })
    expect((await archive()).statusCode).toBe(200)
    expect(await groupList(admin)).toHaveLength(1)

    const restored = await admin.request({ method: 'PUT', url: pathOf(groups.restore, { groupId }) })
    expect(restored.json()).toMatchObject({ isArchived: false })
  })

  test('of two administrators saving at once both are answered, and the last one decides', async () => {
    const groupId = await sad.group('Младшая')
    const second = await sad.admin()
    const rename = (who: Requester, name: string) =>
      who.request({ method: 'PATCH', url: pathOf(groups.edit, { groupId }), payload: { name } })

    const answers = await Promise.all([rename(admin, 'Капельки'), rename(second, 'Солнышко')])

    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200])
    expect(['Капельки', 'Солнышко']).toContain((await groupList(admin))[1]?.name)
  })

  test('ten at once making a group of one name: one is made, the others are told it is taken', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => createGroups(admin, ['Младшая'])))

    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, ...Array<number>(9).fill(400)])
  })
})

describe('teachers', () => {
  test('a confirmed teacher attached to a group sees its children; not confirmed, there is no such group', async () => {
    const groupId = await sad.group('Младшая')
    await sad.child('Иванов Ваня', groupId)
    const confirmed = await sad.teacher({ groups: [groupId] })
    const unconfirmed = await sad.teacher({ groups: [groupId], isConfirmed: false })

    expect(await childList(confirmed, groupId)).toMatchObject([{ name: 'Иванов Ваня' }])
    const refused = await unconfirmed.request({ url: pathOf(children.list, { groupId }) })
    expect(refused.json()).toMatchObject({ status: 404, code: 'not-found' })
    expect((await groupList(unconfirmed)).map((group) => group.kind)).toEqual(['staff'])
  })

  test('a specialist is attached to several groups in one step, and detached from those not named', async () => {
    const [first, second] = [await sad.group('Младшая'), await sad.group('Старшая')]
    const therapist = await sad.teacher()
    const set = (ids: GroupId[]) =>
      admin.request({
        method: 'PUT',
        url: pathOf(groups.setGroupsOfTeacher, { organizationId: sad.id, membershipId: therapist.membershipId }),
        payload: { groups: ids.map((groupId) => ({ groupId, duty: 'specialist' })) },
      })

    await set([first, second])
    expect([await members(first), await members(second)]).toEqual([[therapist.accountId], [therapist.accountId]])
    await set([second])
    expect([await members(first), await members(second)]).toEqual([[], [therapist.accountId]])
  })

  test('a parent, or somebody of another organization, is no teacher to attach', async () => {
    const groupId = await sad.group('Младшая')
    const parent = await sad.parent([await sad.child('Иванов Ваня', groupId)])
    const stranger = await (await seedOrganization(world)).teacher()

    for (const { membershipId } of [parent, stranger]) {
      const url = pathOf(groups.attachTeacher, { groupId, membershipId })
      expect((await admin.request({ method: 'PUT', url, payload: { duty: 'lead' } })).statusCode).toBe(404)
    }
  })
})
