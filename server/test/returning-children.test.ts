import {
  type Child,
  type ChildId,
  endpoints,
  type GroupId,
  type LeftChild,
  type MembershipId,
  pathOf,
} from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tokenIn } from './joining-seed.ts'
import { type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let sad: SeededOrganization
let admin: Awaited<ReturnType<SeededOrganization['admin']>>
let groupId: GroupId
let vanya: ChildId
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())
beforeEach(async () => {
  sad = await seedOrganization(world)
  admin = await sad.admin()
  groupId = await sad.group('Младшая')
  vanya = await sad.child('Кузнецов Ваня', groupId)
})

const { children, invitations } = endpoints
type Requester = Pick<Awaited<ReturnType<World['person']>>, 'request'>

const remove = (who: Requester, childId = vanya) =>
  who.request({ method: 'DELETE', url: pathOf(children.remove, { groupId, childId }) })
const enrol = (who: Requester, into = groupId, childId = vanya) =>
  who.request({ method: 'PUT', url: pathOf(children.enrol, { groupId: into, childId }) })
const removeGuardian = (who: Requester, membershipId: MembershipId, childId = vanya) =>
  who.request({ method: 'DELETE', url: pathOf(children.removeGuardian, { childId, membershipId }) })
const left = async (query: Record<string, string> = {}) => {
  const url = pathOf(children.left, { organizationId: sad.id })
  return (await admin.request({ url, query })).json<{ children: LeftChild[]; next: ChildId | null }>()
}
const sees = async (who: Requester) =>
  (await who.request({ url: pathOf(children.get, { childId: vanya }) })).statusCode === 200
const membersOf = async (group: GroupId) =>
  (await world.db.selectFrom('group_member').where('group_id', '=', group).select('account_id').execute())
    .map((row) => row.account_id)
    .sort()

describe('a child that has left', () => {
  test('is in the list of those who have, with the group it was in last', async () => {
    await remove(admin)

    expect((await left()).children).toMatchObject([
      { id: vanya, name: 'Кузнецов Ваня', group: { id: groupId, name: 'Младшая', isArchived: false } },
    ])
  })

  test('comes back into another group, and both parents with it', async () => {
    const mother = await sad.parent([vanya], 'мама Вани')
    const father = await sad.parent([vanya], 'папа Вани')
    await remove(admin)
    expect(await sees(mother)).toBe(false)
    const older = await sad.group('Старшая')

    const answer = await enrol(admin, older)

    expect(answer.json<Child>()).toMatchObject({
      groups: [{ id: older }],
      guardians: [{ label: 'мама Вани' }, { label: 'папа Вани' }],
    })
    expect(await membersOf(older)).toEqual([mother.accountId, father.accountId].sort())
    expect(await sees(mother)).toBe(true)
    expect((await left()).children).toEqual([])
  })

  test('brings nobody back who was taken away from it before', async () => {
    const father = await sad.parent([vanya], 'папа Вани')
    await removeGuardian(admin, father.membershipId)
    await remove(admin)

    await enrol(admin)

    expect(await sees(father)).toBe(false)
  })

  test('finds a parent who has become a member again meanwhile, as that member', async () => {
    const mother = await sad.parent([vanya], 'мама Вани')
    await remove(admin)
    const sister = await sad.child('Кузнецова Оля', groupId)
    await sad.parent([sister], 'мама Оли', mother)

    expect((await enrol(admin)).statusCode).toBe(200)
    expect(await sees(mother)).toBe(true)
    expect(await membersOf(groupId)).toEqual([mother.accountId, mother.accountId])
  })

  test('is nothing that a teacher of the group could bring back', async () => {
    const teacher = await sad.teacher({ groups: [groupId] })
    await remove(teacher)

    expect((await enrol(teacher)).statusCode).toBe(404)
  })

  test('those who have left come page by page, each once', async () => {
    for (let n = 0; n < 53; n += 1) await remove(admin, await sad.child(`Ребёнок ${String(n)}`, groupId))

    const first = await left()
    const second = await left({ after: first.next ?? '' })

    expect([first.children.length, second.children.length, second.next]).toEqual([50, 3, null])
    const names = [...first.children, ...second.children].map(({ name }) => name)
    expect(names.slice(0, 2)).toEqual(['Ребёнок 52', 'Ребёнок 51'])
    expect(new Set(names).size).toBe(53)
  })
})

describe('a child in two groups', () => {
  test('is in the club and in its own group, and its parents with it', async () => {
    const club = await sad.group('Лепка', 'club')
    const mother = await sad.parent([vanya])

    const answer = await enrol(admin, club)

    expect(answer.json<Child>().groups.map(({ name }) => name)).toEqual(['Младшая', 'Лепка'])
    expect(await membersOf(club)).toEqual([mother.accountId])
    expect((await enrol(admin, club)).statusCode).toBe(200)
  })

  test('is put by nobody into a group of another organization', async () => {
    const other = await seedOrganization(world)
    await other.admin(admin)

    expect((await enrol(admin, await other.group('Чужая'))).statusCode).toBe(404)
  })
})

describe('a guardian who is taken away', () => {
  test('is out of the group and of the organization, and the other parent stays', async () => {
    const mother = await sad.parent([vanya], 'мама Вани')
    const father = await sad.parent([vanya], 'папа Вани')

    const answer = await removeGuardian(admin, father.membershipId)

    expect(answer.json<Child>().guardians).toMatchObject([{ label: 'мама Вани' }])
    expect(await membersOf(groupId)).toEqual([mother.accountId])
    expect((await removeGuardian(admin, father.membershipId)).statusCode).toBe(200)
  })

  test('stays a member through another child', async () => {
    const sister = await sad.child('Кузнецова Оля', groupId)
    const father = await sad.parent([vanya, sister])

    await removeGuardian(admin, father.membershipId)

    expect(await membersOf(groupId)).toEqual([father.accountId])
    expect(await sees(father)).toBe(false)
  })

  test('can not come in again by the link that is still open', async () => {
    const father = await sad.parent([vanya])
    const payload = { childIds: [vanya] }
    const made = await admin.request({ method: 'PUT', url: pathOf(invitations.inviteFamilies, { groupId }), payload })
    const [family] = made.json<{ children: { invitation: { url: string } }[] }>().children
    const url = `/api/invitations/${tokenIn(family?.invitation ?? { url: '' })}`
    expect((await father.request({ url })).json()).not.toHaveProperty('code')

    await removeGuardian(admin, father.membershipId)

    expect((await father.request({ url })).json()).toMatchObject({ code: 'invitation-revoked' })
  })

  test('is not taken away by the teacher who is the other parent', async () => {
    const teacher = await sad.teacher({ groups: [groupId] })
    await sad.parent([vanya], 'мама Вани', teacher)
    const father = await sad.parent([vanya], 'папа Вани')

    expect((await removeGuardian(teacher, father.membershipId)).statusCode).toBe(403)
    const colleague = await sad.teacher({ groups: [groupId] })
    expect((await removeGuardian(colleague, father.membershipId)).statusCode).toBe(200)
  })

  test('who never was one of this child is nobody', async () => {
    const stranger = await sad.parent([await sad.child('Зуев Лев', groupId)])

    expect((await removeGuardian(admin, stranger.membershipId)).statusCode).toBe(404)
  })
})
