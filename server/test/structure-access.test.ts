import {
  type Child,
  endpoints,
  type Group,
  type OrganizationCard,
  type OwnMembership,
  pathOf,
  type StaffMember,
} from '@kolosok/contract'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { nameAccount, type SeededOrganization, seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let sad: SeededOrganization
let ours: Awaited<ReturnType<typeof populate>>
beforeAll(async () => {
  world = await createWorld()
  sad = await seedOrganization(world)
  ours = await populate()
})
afterAll(() => world.close())

async function populate() {
  const [younger, older] = [await sad.group('Младшая'), await sad.group('Старшая')]
  const [vanya, sonya] = [await sad.child('Кузнецов Ваня', younger), await sad.child('Миронова Соня', older)]
  const [admin, head, deputy] = [await sad.admin(), await sad.head(), await sad.deputy()]
  const teacher = await sad.teacher({ groups: [younger] })
  const unconfirmed = await sad.teacher({ groups: [younger], isConfirmed: false })
  const mother = await sad.parent([vanya], 'мама Вани')
  return { younger, older, vanya, sonya, admin, head, deputy, teacher, unconfirmed, mother }
}

describe('lists and doors agree', () => {
  test.each(['admin', 'head', 'deputy', 'teacher', 'unconfirmed', 'mother'] as const)('%s', async (who) => {
    const { request } = ours[who]
    const list = (await request({ url: pathOf(endpoints.groups.list, { organizationId: sad.id }) })).json<{
      groups: Group[]
    }>().groups
    const listed = list.map((group) => group.id)
    for (const groupId of [sad.staffGroupId, ours.younger, ours.older]) {
      const { statusCode } = await request({ url: pathOf(endpoints.groups.get, { groupId }) })
      expect(statusCode).toBe(listed.includes(groupId) ? 200 : 404)
      const children = await request({ url: pathOf(endpoints.children.list, { groupId }) })
      const maySee = list.find((group) => group.id === groupId)?.abilities.seeChildren
      if (groupId !== sad.staffGroupId) expect(children.statusCode === 200).toBe(maySee ?? false)
    }
  })
})

describe('people of the organization', () => {
  const card = (who: Pick<typeof ours.admin, 'request'>) =>
    who.request({ url: pathOf(endpoints.organizations.card, { organizationId: sad.id }) })
  const edit = (who: Pick<typeof ours.admin, 'request'>, payload: object) =>
    who.request({
      method: 'PATCH',
      url: pathOf(endpoints.organizations.editCard, { organizationId: sad.id }),
      payload,
    })

  test('the card is changed by the administrator and the head, by nobody else, and the history says who', async () => {
    await nameAccount(world, ours.head.accountId, ['Иванова', 'Анна', 'Петровна'])
    const codes = []
    for (const who of ['deputy', 'teacher', 'unconfirmed', 'mother'] as const) {
      codes.push((await edit(ours[who], { phone: '8 495 123-45-67' })).statusCode)
    }
    expect(codes).toEqual([403, 403, 403, 403])

    expect((await edit(ours.head, { phone: '+7 495 123-45-67', email: '' })).statusCode).toBe(200)
    expect((await card(ours.mother)).json<OrganizationCard>().phone).toBe('+7 495 123-45-67')
    const url = pathOf(endpoints.organizations.cardHistory, { organizationId: sad.id })
    expect((await ours.deputy.request({ url })).json()).toMatchObject({
      changes: [{ name: 'Анна Петровна', fields: ['phone'] }],
      next: null,
    })
  })

  test('every bad field of the card is named at once', async () => {
    const answer = await edit(ours.admin, { name: ' ', phone: '12', email: 'почта', timeZone: 'Луна' })

    expect(answer.json<{ errors: unknown }>().errors).toMatchObject([
      { pointer: '#/name', code: 'required' },
      { pointer: '#/phone', code: 'not-a-phone' },
      { pointer: '#/email', code: 'not-an-email' },
      { pointer: '#/timeZone', code: 'unknown-time-zone' },
    ])
  })

  test('whoever is not confirmed sees colleagues, but not which groups they have', async () => {
    const url = pathOf(endpoints.memberships.staff, { organizationId: sad.id })
    const groupsOf = async (who: Pick<typeof ours.admin, 'request'>) =>
      (await who.request({ url })).json<{ staff: StaffMember[] }>().staff.flatMap((member) => member.groups)

    expect(await groupsOf(ours.unconfirmed)).toEqual([])
    expect((await groupsOf(ours.teacher)).length).toBeGreaterThan(0)
    expect((await ours.mother.request({ url })).statusCode).toBe(403)
  })

  test('a deputy sets positions and management, but does not unseat the head', async () => {
    const change = (who: Pick<typeof ours.admin, 'request'>, membershipId: string, payload: object) =>
      who.request({ method: 'PATCH', url: pathOf(endpoints.memberships.edit, { membershipId }), payload })
    const { membershipId } = await sad.teacher({ isConfirmed: false })

    expect(
      (await change(ours.deputy, membershipId, { position: 'методист', role: 'management' })).json(),
    ).toMatchObject({ person: { role: 'management', label: 'методист', isConfirmed: true }, isHead: false })
    expect((await change(ours.deputy, membershipId, { isHead: true })).statusCode).toBe(403)
    expect((await change(ours.deputy, ours.head.membershipId, { role: 'teacher' })).statusCode).toBe(403)
    expect((await change(ours.teacher, membershipId, { position: 'няня' })).statusCode).toBe(403)
  })

  test('one account, teacher and parent at once, is told of both, with abilities united', async () => {
    const both = await sad.teacher({ groups: [ours.older] })
    await sad.parent([ours.vanya], 'тётя Вани', both)
    const answer = await both.request({ url: pathOf(endpoints.organizations.mine) })
    const { memberships } = answer.json<{ memberships: OwnMembership[] }>()

    expect(memberships.map(({ role, label }) => [role, label])).toEqual([
      ['teacher', 'воспитатель'],
      ['parent', 'тётя Вани'],
    ])
    expect(memberships.every(({ abilities }) => abilities.seeOrganizationPages && !abilities.manageStructure)).toBe(
      true,
    )
  })

  test('first steps are read off the data', async () => {
    const fresh = await seedOrganization(world)
    const admin = await fresh.admin()
    const url = pathOf(endpoints.organizations.overview, { organizationId: fresh.id })
    const done = async () =>
      (await admin.request({ url })).json<{ steps: { isDone: boolean }[] }>().steps.map((step) => step.isDone)

    expect(await done()).toEqual([false, false, false, false])
    await fresh.child('Кузнецов Ваня', await fresh.group('Младшая'))
    expect(await done()).toEqual([false, true, true, false])
  })

  test('whoever shows the structure is told when it changed, parents of a moved child too', async () => {
    const stale = vi.fn()
    world.bus.listen((event) => {
      if (event.type === 'accounts' && event.frame.type === 'stale') stale(event)
    })
    const url = pathOf(endpoints.children.move, { childId: ours.vanya })
    const payload = { fromGroupId: ours.younger, toGroupId: ours.older }
    const moved = await ours.admin.request({ method: 'POST', url, payload })
    expect(moved.json<Child>().groups).toMatchObject([{ id: ours.older }])

    const told = stale.mock.calls.flatMap(([event]: { accountIds: string[] }[]) => event?.accountIds ?? [])
    expect(told).toEqual(expect.arrayContaining([ours.admin.accountId, ours.teacher.accountId, ours.mother.accountId]))
  })
})
