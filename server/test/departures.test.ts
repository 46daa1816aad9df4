import {
  type Chat,
  chatEndpoints,
  type Departure,
  departureEndpoints,
  type FormerStaff,
  type Group,
  groupChatEndpoints,
  type GroupId,
  type Invitation,
  type JournalEntry,
  journalEndpoints,
  type ListedChild,
  membershipEndpoints,
  pathOf,
} from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { nameAccount, type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { listOwnerless } from './ownerless.ts'
import { restructure } from './structure-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let sad: SeededOrganization
let admin: Someone
let head: Someone
let teacher: Someone
let heir: Someone
let groupId: GroupId
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())
beforeEach(async () => {
  sad = await seedOrganization(world)
  ;[admin, head] = [await sad.admin(), await sad.head()]
  groupId = await sad.group('Ромашка')
  ;[teacher, heir] = [await sad.teacher({ groups: [groupId] }), await sad.teacher()]
  await restructure({ ...world, organizationId: sad.id }, admin, [groupId, sad.staffGroupId], () => Promise.resolve())
})

type Someone = Awaited<ReturnType<SeededOrganization['admin']>>

const url = ({ membershipId }: Someone) => pathOf(departureEndpoints.get, { organizationId: sad.id, membershipId })
const departureOf = async (reader: Someone, who: Someone) => (await reader.request({ url: url(who) })).json<Departure>()
const go = (by: Someone, who: Someone, given: object = {}) =>
  by.request({ method: 'PUT', url: url(who), payload: { groups: [], chatsTo: null, linksTo: null, ...given } })
const toHeir = () => ({ groups: [{ groupId, to: heir.membershipId }] })

async function chatsOf(who: Someone): Promise<Chat[]> {
  return (await who.request({ url: chatEndpoints.list.path })).json<{ chats: Chat[] }>().chats
}
const groupOf = async (who: Someone) => (await who.request({ url: `/api/groups/${groupId}` })).json<Group>()

describe('a teacher who leaves', () => {
  test('hands groups, chats and links over in one step, and is nowhere any more', async () => {
    const mother = await sad.parent([await sad.child('Ваня К.', groupId)], 'мама Вани')
    const links = `/api/groups/${groupId}/invitations`
    await teacher.request({ method: 'PUT', url: links, payload: {} })
    const chatId = newId<Chat['id']>()
    await teacher.request({
      method: 'PUT',
      url: pathOf(groupChatEndpoints.create, { organizationId: sad.id, chatId }),
      payload: { title: 'Методисты', membershipIds: [head.membershipId] },
    })
    const seen = await departureOf(admin, teacher)
    expect(seen).toMatchObject({ isOwn: false, obstacle: null, chats: [{ id: chatId }], linkCount: 1 })
    expect(seen.groups).toMatchObject([{ id: groupId, name: 'Ромашка' }])
    expect(seen.groups[0]?.candidates).toContain(heir.membershipId)

    const answer = await go(admin, teacher, {
      ...toHeir(),
      chatsTo: heir.membershipId,
      linksTo: admin.membershipId,
    })

    expect([answer.statusCode, answer.body]).toEqual([200, '{}'])
    expect(await chatsOf(teacher)).toEqual([])
    expect((await groupOf(mother)).teachers.map(({ person }) => person.membershipId)).toEqual([heir.membershipId])
    expect((await chatsOf(heir)).map(({ id }) => id)).toContain(chatId)
    const open = (await admin.request({ url: links })).json<{ children: { invitation: Invitation | null }[] }>()
    expect(open.children.map(({ invitation }) => invitation?.state)).toEqual(['open'])
    expect(await listOwnerless(world, sad.id)).toEqual([])
  })

  test('can have the links revoked instead; every gap is named at once, and then nothing has happened', async () => {
    await sad.child('Ваня К.', groupId)
    const links = `/api/groups/${groupId}/invitations`
    await teacher.request({ method: 'PUT', url: links, payload: {} })
    const parent = await sad.parent([], 'никто')

    const refused = await go(admin, teacher, { linksTo: parent.membershipId })
    expect(refused.json<{ errors: object[] }>().errors).toMatchObject([
      { pointer: `#/groups/${groupId}`, code: 'required' },
      { pointer: '#/linksTo', code: 'not-a-candidate' },
    ])
    expect((await groupOf(teacher)).teachers).toHaveLength(1)

    await go(admin, teacher, toHeir())
    const { children } = (await admin.request({ url: links })).json<{ children: { invitation: Invitation }[] }>()
    expect(children.map(({ invitation }) => invitation.state)).toEqual(['revoked'])
    expect(await listOwnerless(world, sad.id)).toEqual([])
  })

  test('by themselves hands a group only to who sees it anyway, and asks nobody', async () => {
    const seen = await departureOf(teacher, teacher)
    expect(seen).toMatchObject({ isOwn: true, obstacle: null })
    expect(seen.groups[0]?.candidates.sort()).toEqual([admin.membershipId, head.membershipId].sort())

    expect((await go(teacher, teacher, toHeir())).statusCode).toBe(400)
    const groups = [{ groupId, to: head.membershipId }]
    expect((await go(teacher, teacher, { groups })).statusCode).toBe(200)
    expect((await go(teacher, teacher, { groups })).statusCode).toBe(200)
    expect((await teacher.request({ url: `/api/groups/${groupId}` })).statusCode).toBe(404)
  })

  test('leaves direct chats that both can read and nobody writes in', async () => {
    const open = pathOf(chatEndpoints.openDirect, { organizationId: sad.id, membershipId: heir.membershipId })
    const { id } = (await teacher.request({ method: 'PUT', url: open })).json<Chat>()
    await go(admin, teacher, toHeir())

    for (const who of [teacher, heir]) {
      expect((await chatsOf(who)).find((chat) => chat.id === id)?.state).toBe('read-only')
    }
  })

  test('who is a parent here too stays one', async () => {
    const daughter = await sad.child('Дочка', groupId)
    await sad.parent([daughter], 'мама Дочки', teacher)
    await go(admin, teacher, toHeir())

    const binding = (await chatsOf(teacher)).map((chat) => chat.binding?.kind)
    expect(binding).toEqual(['group'])
    expect((await teacher.request({ url: `/api/groups/${groupId}/children` })).statusCode).toBe(403)
    expect(await listOwnerless(world, sad.id)).toEqual([])
  })

  test('two let the same one go at once: it happens once, and both are told so', async () => {
    const answers = await Promise.all([go(admin, teacher, toHeir()), go(head, teacher, toHeir())])

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    const journal = await admin.request({ url: pathOf(journalEndpoints.list, { organizationId: sad.id }) })
    const ended = journal
      .json<{ entries: JournalEntry[] }>()
      .entries.filter(({ action }) => action === 'membership.ended')
    expect(ended).toHaveLength(1)
  })
})

describe('nobody goes who is needed', () => {
  test('the head names another one first, the last administrator stays, others are dismissed by order', async () => {
    const second = await sad.admin()
    const codeOf = async (by: Someone, who: Someone) => (await go(by, who)).json<{ code: string }>().code
    expect([await codeOf(head, head), await codeOf(admin, head), await codeOf(head, second)]).toEqual([
      'head-stays',
      'head-stays',
      'still-admin',
    ])
    expect((await go(second, second)).statusCode).toBe(200)
    expect([await codeOf(admin, admin), await codeOf(head, admin)]).toEqual(['last-admin', 'last-admin'])
    expect((await departureOf(head, admin)).obstacle).toBe('last-admin')
  })

  test('a wrong role is corrected, and then the way out is as for everybody', async () => {
    const next = await sad.deputy()
    const edit = (by: Someone, who: Someone, payload: object) =>
      by.request({
        method: 'PATCH',
        url: pathOf(membershipEndpoints.edit, { membershipId: who.membershipId }),
        payload,
      })
    await edit(head, next, { isHead: true })
    await edit(next, head, { role: 'teacher' })

    expect((await go(next, head)).statusCode).toBe(200)
    expect(await listOwnerless(world, sad.id)).toEqual([])
  })
})

describe('whoever has left', () => {
  test('is listed, and is taken back with position and status, as a new membership; twice is once', async () => {
    await nameAccount(world, teacher.accountId, ['Орлова', 'Мария', 'Сергеевна'])
    await go(admin, teacher, toHeir())
    const list = async () =>
      (await head.request({ url: pathOf(departureEndpoints.list, { organizationId: sad.id }) })).json<{
        former: FormerStaff[]
      }>().former
    expect(await list()).toMatchObject([{ fullName: 'Орлова Мария Сергеевна', isBack: false }])

    const back = () => head.request({ method: 'DELETE', url: url(teacher) })
    const [first, second] = [(await back()).json<{ membershipId: string }>(), (await back()).json<object>()]

    expect(first.membershipId).not.toBe(teacher.membershipId)
    expect(second).toEqual(first)
    expect(await list()).toMatchObject([{ isBack: true }])
    const kinds = (await chatsOf(teacher)).map((chat) => chat.binding?.kind)
    expect(kinds).toEqual(['staff'])
  })
})

describe('a parent who leaves', () => {
  test('leaves the child, which nobody speaks for then, and comes back only by being asked', async () => {
    const childId = await sad.child('Ваня К.', groupId)
    const mother = await sad.parent([childId], 'мама Вани')
    expect(await departureOf(mother, mother)).toMatchObject({
      isOwn: true,
      children: [{ id: childId, isOnlyGuardian: true }],
    })

    expect((await go(mother, mother)).statusCode).toBe(200)

    expect(await chatsOf(mother)).toEqual([])
    const answer = await teacher.request({ url: `/api/groups/${groupId}/children` })
    expect(answer.json<{ children: ListedChild[] }>().children).toMatchObject([{ id: childId, guardians: [] }])
    // Leaving with the child and coming back with it brings nobody along who went by themselves.
    const place = `/api/groups/${groupId}/children/${childId}`
    await admin.request({ method: 'DELETE', url: place })
    await admin.request({ method: 'PUT', url: place })
    expect(await chatsOf(mother)).toEqual([])
    expect(await listOwnerless(world, sad.id)).toEqual([])
  })
})
