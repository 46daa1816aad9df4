import type { Group, GroupId } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { membersBySides } from './structure-seed.ts'
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

type Requester = Pick<typeof admin, 'request'>
const edit = (groupId: GroupId, payload: object) =>
  admin.request({ method: 'PATCH', url: `/api/groups/${groupId}`, payload })
const archive = (groupId: GroupId) => admin.request({ method: 'DELETE', url: `/api/groups/${groupId}` })
const restore = (groupId: GroupId) => admin.request({ method: 'PUT', url: `/api/groups/${groupId}/restored` })
const seenBy = async (who: Requester) =>
  (await who.request({ url: `/api/organizations/${sad.id}/groups` }))
    .json<{ groups: Group[] }>()
    .groups.map(({ name, parentId }) => [name, parentId])

describe('a group within a group', () => {
  test('is made there, moved elsewhere and taken out again', async () => {
    const building = await sad.group('Корпус 1')
    const id = newId<GroupId>()
    const made = await admin.request({
      method: 'POST',
      url: `/api/organizations/${sad.id}/groups`,
      payload: { groups: [{ id, name: 'Ромашки', parentId: building }] },
    })
    expect(made.json<{ groups: Group[] }>().groups.at(-1)).toMatchObject({ name: 'Ромашки', parentId: building })

    const other = await sad.group('Корпус 2')
    expect((await edit(id, { parentId: other })).json()).toMatchObject({ parentId: other })
    expect((await edit(id, { parentId: null })).json()).toMatchObject({ parentId: null })
  })

  test('comes once in a list: the same id again is named, whatever circle it would make', async () => {
    const [inner, outer] = [newId<GroupId>(), newId<GroupId>()]
    const create = (...groups: object[]) =>
      admin.request({ method: 'POST', url: `/api/organizations/${sad.id}/groups`, payload: { groups } })
    const twice = await create(
      { id: inner, name: 'А', parentId: outer },
      { id: outer, name: 'Б', parentId: inner },
      { id: inner, name: 'В' },
    )
    expect(twice.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/groups/2/id', code: 'taken' }] })

    await create({ id: outer, name: 'Б' }, { id: inner, name: 'А', parentId: outer })
    const turned = await create({ id: inner, name: 'А' }, { id: outer, name: 'Б', parentId: inner })
    expect([turned.statusCode, await seenBy(admin)]).toEqual([
      200,
      [
        ['Педагоги', null],
        ['Б', null],
        ['А', outer],
      ],
    ])
  })

  test('lies neither in itself, nor deeper than three, nor in «Педагоги», nor in another organization’s', async () => {
    const [a, b, c, d] = [await sad.group('А'), await sad.group('Б'), await sad.group('В'), await sad.group('Г')]
    await edit(b, { parentId: a })
    await edit(c, { parentId: b })
    const stranger = await (await seedOrganization(world)).group('Чужая')
    const refusals: [GroupId, GroupId, string][] = [
      [a, a, 'in-itself'],
      [a, c, 'in-itself'],
      [d, c, 'too-deep'],
      [d, sad.staffGroupId, 'unknown'],
      [d, stranger, 'unknown'],
    ]
    for (const [groupId, parentId, code] of refusals) {
      const answer = await edit(groupId, { parentId, name: 'А' })
      const errors = answer.json<{ errors: { pointer: string; code: string }[] }>().errors
      expect(errors.find(({ pointer }) => pointer === '#/parentId')).toMatchObject({ code })
    }
  })

  test('keeps what it lies in out of the archive, and comes back to the top when that went there first', async () => {
    const [outer, inner] = [await sad.group('Корпус'), await sad.group('Ромашки')]
    await edit(inner, { parentId: outer })
    expect((await archive(outer)).json()).toMatchObject({
      status: 409,
      code: 'group-holds-groups',
      params: { count: 1 },
    })

    await archive(inner)
    expect((await archive(outer)).statusCode).toBe(200)
    expect((await restore(inner)).json()).toMatchObject({ isArchived: false, parentId: null })
  })

  test('gives nobody anything: neither those above nor those below see or hear more', async () => {
    const [outer, inner] = [await sad.group('Корпус'), await sad.group('Ромашки')]
    const teacher = await sad.teacher({ groups: [outer] })
    const parent = await sad.parent([await sad.child('Ваня', inner)])
    await edit(inner, { parentId: outer })

    expect((await teacher.request({ url: `/api/groups/${inner}/children` })).statusCode).toBe(403)
    expect((await membersBySides(world, inner)).view).toEqual([parent.accountId])
    expect((await membersBySides(world, outer)).view).toEqual([teacher.accountId])
    expect((await parent.request({ url: `/api/groups/${outer}` })).statusCode).toBe(404)
    expect(await seenBy(parent)).toEqual([['Ромашки', null]])
    expect(await seenBy(teacher)).toContainEqual(['Ромашки', outer])
  })

  test('two administrators who put two groups into each other at once do not make a circle', async () => {
    const [a, b] = [await sad.group('А'), await sad.group('Б')]
    const answers = await Promise.all([edit(a, { parentId: b }), edit(b, { parentId: a })])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 400])
  })
})
