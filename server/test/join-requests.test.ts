import { randomUUID } from 'node:crypto'
import { joinRequestEndpoints, type OwnJoinRequest, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asParent, decide, newcomer, queue, send } from './join-request-seed.ts'
import { createKindergarten } from './joining-seed.ts'
import { createOutbox } from './outbox.ts'
import { createWorld, type World } from './world.ts'

let world: World
const outbox = createOutbox()
beforeAll(async () => {
  world = await createWorld({ outbox })
})
afterAll(() => world.close())

const person = () => newcomer(world)
const { find, withdraw, mine, accept, refuse } = joinRequestEndpoints

async function seed() {
  const garden = await createKindergarten(world)
  const group = await garden.group('Гномики', 'Ваня Кузнецов', 'Соня Миронова')
  const other = await garden.group('Звёздочки', 'Ваня Зимин')
  const mother = await person()
  const request = (await send(mother, asParent(garden, group.id))).json<OwnJoinRequest>()
  const [child] = group.children
  if (!child) throw new Error('No child')
  return { garden, group, other, mother, request, child }
}

test('by its code anybody finds an organization, and learns what it and its groups are called', async () => {
  const { garden, mother } = await seed()
  const look = async (text: string) => (await mother.request({ url: pathOf(find), query: { text } })).json<object>()

  const found = (await look(garden.code.toUpperCase())) as { organizations: object[] }
  expect(found.organizations.map((one) => Object.keys(one).sort())).toEqual([['code', 'groups', 'name']])
  expect(JSON.stringify(found)).not.toMatch(/Ваня|Анна/)
  expect(await look('колосок')).toEqual({ organizations: [] })

  const card = { method: 'PATCH', url: `/api/organizations/${garden.id}`, payload: { isFoundByName: true } } as const
  expect((await garden.admin.request(card)).statusCode).toBe(200)
  expect(await look('детский сад «кол')).toMatchObject({ organizations: [{ code: garden.code }] })
  await garden.admin.request({ ...card, payload: { isFoundByName: false } })
})

test('whoever tries codes one after another is soon made to wait', async () => {
  const curious = await person()
  const look = async () => (await curious.request({ url: pathOf(find), query: { text: 'abcdef' } })).statusCode
  const answers: number[] = []
  for (let time = 0; time < 21; time++) answers.push(await look())

  expect(answers.slice(0, 20)).toEqual(Array(20).fill(200))
  expect(answers[20]).toBe(429)
})

test('asking for codes that nobody has is counted like looking for them', async () => {
  const curious = await person()
  const { garden } = await seed()
  const guess = async () => (await send(curious, asParent({ ...garden, code: 'abcdef' }, null))).statusCode
  const answers: number[] = []
  for (let time = 0; time < 21; time++) answers.push(await guess())

  expect(answers.slice(0, 20)).toEqual(Array(20).fill(404))
  expect(answers[20]).toBe(429)
  expect((await send(curious, asParent(garden, null))).statusCode).toBe(429)
})

test('a parent asks, is tied to a child in the same step, and is told', async () => {
  const { garden, group, mother, request, child } = await seed()
  const [waiting] = await queue(garden, garden.admin)
  expect(waiting).toMatchObject({
    ...{ id: request.id, fullName: 'Кузнецова Елена Павловна', isPhoneVerified: true, groupName: group.name },
    childName: 'Кузнецов Ваня',
  })
  expect(waiting?.matches.map(({ name }) => name)).toEqual(['Ваня Кузнецов', 'Ваня Зимин'])

  const answer = await decide(garden, garden.admin, request, accept, { childId: child })
  expect(answer.json()).toMatchObject({ state: 'accepted' })
  const own = await mother.request({ url: `/api/children/${child}` })
  expect(own.json()).toMatchObject({ guardians: [{ name: 'Елена Кузнецова', label: 'мама Вани' }] })
  await world.runJobs()
  const { phone } = await world.db
    .selectFrom('account')
    .where('id', '=', mother.accountId)
    .select('phone')
    .executeTakeFirstOrThrow()
  expect(outbox.lastTo(phone ?? '').text).toContain('вашу заявку приняли')
})

test('the child is made in the same step where there is none', async () => {
  const { garden, group, mother, request } = await seed()
  const newChild = { id: randomUUID(), name: 'Кузнецов Ваня', groupId: group.id }

  expect((await decide(garden, garden.admin, request, accept, {})).json()).toMatchObject({ code: 'invalid-request' })
  expect((await decide(garden, garden.admin, request, accept, { newChild })).statusCode).toBe(200)
  expect((await mother.request({ url: `/api/children/${newChild.id}` })).json()).toMatchObject({ name: newChild.name })
})

test('a colleague who asks gets into «Педагоги» and is not confirmed by it', async () => {
  const { garden } = await seed()
  const colleague = await person()
  const consents = [{ purpose: 'staff-communication', textVersion: 1 }]
  const name = { givenName: 'Ольга', patronymic: 'Ильинична', familyName: 'Панина' }
  const payload = { role: 'teacher', code: garden.code, ...name, position: 'логопед', consents }
  const request = (await send(colleague, payload)).json<OwnJoinRequest>()
  await decide(garden, garden.admin, request, accept, {})

  const { memberships } = (await colleague.request({ url: '/api/me/memberships' })).json<{ memberships: unknown[] }>()
  expect(memberships).toMatchObject([{ role: 'teacher', position: 'логопед', isConfirmed: false }])
})

test('of two who decide at once one wins, and the other is told so', async () => {
  const { garden, request, child } = await seed()
  const manager = await garden.manager()
  const answers = await Promise.all([
    decide(garden, garden.admin, request, accept, { childId: child }),
    decide(garden, manager, request, refuse, { reason: 'Не знаем вас' }),
  ])

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const lost = answers.find(({ statusCode }) => statusCode === 409)
  expect(lost?.json()).toMatchObject({ code: 'join-request-decided' })
})

test('a refusal gives its reason, and who asked sees it', async () => {
  const { garden, mother, request } = await seed()
  expect((await decide(garden, garden.admin, request, refuse, { reason: ' ' })).statusCode).toBe(400)
  await decide(garden, garden.admin, request, refuse, { reason: 'Ваня ходит в другой сад' })

  const own = (await mother.request({ url: pathOf(mine) })).json<{ requests: OwnJoinRequest[] }>()
  expect(own.requests).toMatchObject([{ state: 'refused', reason: 'Ваня ходит в другой сад' }])
  expect((await mother.request({ url: '/api/me/memberships' })).json()).toEqual({ memberships: [] })
})

test('who asked may take it back, and then nobody decides it', async () => {
  const { garden, mother, request, child } = await seed()
  const url = pathOf(withdraw, { joinRequestId: request.id })
  expect((await garden.admin.request({ method: 'POST', url })).statusCode).toBe(404)
  expect((await mother.request({ method: 'POST', url })).json()).toMatchObject({ state: 'withdrawn' })
  expect((await decide(garden, garden.admin, request, accept, { childId: child })).statusCode).toBe(409)
  expect(await queue(garden, garden.admin)).toEqual([])
  expect(await queue(garden, garden.admin, 'decided')).toMatchObject([{ id: request.id, state: 'withdrawn' }])
})

test('teachers decide about parents of their own groups, with children of their own groups', async () => {
  const { garden, group, other, request, child } = await seed()
  const teacher = await garden.staff({ leads: [group.id] })
  const stranger = await garden.staff({ leads: [other.id] })

  expect(await queue(garden, stranger)).toEqual([])
  expect((await decide(garden, stranger, request, accept, { childId: child })).statusCode).toBe(404)
  const [foreign] = other.children
  expect((await decide(garden, teacher, request, accept, { childId: foreign })).statusCode).toBe(404)
  expect((await queue(garden, teacher)).map(({ id }) => id)).toEqual([request.id])
  expect((await decide(garden, teacher, request, accept, { childId: child })).statusCode).toBe(200)
})

test('a teacher is offered the children of own groups only, and of those in several groups too', async () => {
  const { garden, group, other, mother, request, child } = await seed()
  const ours = await garden.staff({ leads: [group.id] })
  const theirs = await garden.staff({ leads: [other.id] })
  const [waiting] = await queue(garden, ours)
  expect(waiting?.matches.map(({ name }) => name)).toEqual(['Ваня Кузнецов'])

  await world.db.insertInto('group_child').values({ group_id: other.id, child_id: child }).execute()
  const second = (await send(mother, asParent(garden, other.id))).json<OwnJoinRequest>()
  const accepted = [
    await decide(garden, ours, request, accept, { childId: child }),
    await decide(garden, theirs, second, accept, { childId: child }),
  ]
  expect(accepted.map(({ statusCode }) => statusCode)).toEqual([200, 200])
})

test('the same request sent twice at once is one', async () => {
  const { garden } = await seed()
  const [asker, id] = [await person(), randomUUID()]
  const answers = await Promise.all([1, 2, 3].map(() => send(asker, asParent(garden, null), id)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
})

test('a retry asks once, a sixth request has to wait, and a group elsewhere is no group here', async () => {
  const { garden, mother, other } = await seed()
  const elsewhere = await createKindergarten(world)
  const id = randomUUID()
  const twice = [await send(mother, asParent(garden, other.id), id), await send(mother, asParent(garden, other.id), id)]
  expect(twice.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect((await send(mother, asParent(elsewhere, other.id))).json()).toMatchObject({
    errors: [{ pointer: '#/groupId', code: 'unknown-group' }],
  })
  for (let time = 0; time < 3; time++) await send(mother, asParent(garden, null))
  expect((await send(mother, asParent(garden, null))).json()).toMatchObject({ code: 'too-many-join-requests' })
})

test('what waits is counted for those who decide', async () => {
  const { garden, mother, group } = await seed()
  const teacher = await garden.staff({ leads: [group.id] })
  const waiting = async (by: Pick<World, 'request'>) =>
    (await by.request({ url: '/api/me/waiting' })).json<{ joinRequests: unknown[] }>().joinRequests

  const one = [{ organizationId: garden.id, count: 1 }]
  expect([await waiting(garden.admin), await waiting(teacher), await waiting(mother)]).toEqual([one, one, []])
})
