import { randomUUID } from 'node:crypto'
import { joinRequestEndpoints, type JoinRequestsDecided, type OwnJoinRequest, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asParent, decide, newcomer, queue, send } from './join-request-seed.ts'
import { createKindergarten, type Kindergarten } from './joining-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const { accept, decideTogether } = joinRequestEndpoints
const together = (garden: Kindergarten, by: Pick<World, 'request'>, payload: object) =>
  by.request({ method: 'POST', url: pathOf(decideTogether, { organizationId: garden.id }), payload })

/** Three families ask to be let into one group that has their children in it. */
async function families() {
  const garden = await createKindergarten(world)
  const group = await garden.group('Гномики', 'Ваня Кузнецов', 'Соня Миронова', 'Лев Зуев')
  const requests: OwnJoinRequest[] = []
  for (const childName of ['Ваня Кузнецов', 'Соня Миронова', 'Лев Зуев']) {
    requests.push((await send(await newcomer(world), asParent(garden, group.id, { childName }))).json<OwnJoinRequest>())
  }
  return { garden, group, requests, ids: requests.map(({ id }) => id) }
}

test('several parents are accepted in one step, each tied to a child; those without one stay, and are named', async () => {
  const { garden, group, ids } = await families()
  const requests = [
    { id: ids[0], childId: group.children[0] },
    { id: ids[1], childId: group.children[1] },
    { id: ids[2] },
  ]

  const answer = await together(garden, garden.admin, { decision: 'accept', requests })

  expect(answer.json()).toEqual({ done: [ids[0], ids[1]], left: [{ id: ids[2], code: 'child-missing' }] })
  expect((await queue(garden, garden.admin)).map(({ id }) => id)).toEqual([ids[2]])
  const guardians = await garden.admin.request({ url: `/api/children/${group.children[1] ?? ''}` })
  expect(guardians.json()).toMatchObject({ guardians: [{ label: 'мама Вани' }] })
  // Sent again, because the answer was lost on the way: the same.
  expect((await together(garden, garden.admin, { decision: 'accept', requests })).json()).toMatchObject({
    done: [ids[0], ids[1]],
  })
})

test('what somebody decided before, and what is not here, is left and told apart from what went through', async () => {
  const { garden, group, ids, requests } = await families()
  const [first] = requests
  if (!first) throw new Error('No request')
  await decide(garden, garden.admin, first, accept, {
    newChild: { id: randomUUID(), name: 'Зуев Лев', groupId: group.id },
  })
  const unknown = randomUUID()

  const answer = await together(garden, garden.admin, {
    decision: 'refuse',
    joinRequestIds: [...ids, unknown],
    reason: 'Ошиблись садом',
  })

  expect(answer.json()).toEqual({
    done: ids.slice(1),
    left: [
      { id: ids[0], code: 'join-request-decided' },
      { id: unknown, code: 'not-found' },
    ],
  })
  const decided = await queue(garden, garden.admin, 'decided')
  expect(
    decided
      .filter(({ reason }) => reason === 'Ошиблись садом')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ids.slice(1).sort())
})

test('many are not refused without a reason, nor decided by a teacher of another group', async () => {
  const { garden, ids } = await families()
  const stranger = await garden.staff({ leads: [(await garden.group('Пчёлки')).id] })

  const silent = await together(garden, garden.admin, { decision: 'refuse', joinRequestIds: ids, reason: ' ' })
  expect(silent.json()).toMatchObject({ errors: [{ pointer: '#/reason', code: 'required' }] })
  const answer = await together(garden, stranger, { decision: 'refuse', joinRequestIds: ids, reason: 'Нет' })
  expect(answer.json()).toEqual({ done: [], left: ids.map((id) => ({ id, code: 'not-found' })) })
  expect(await queue(garden, garden.admin)).toHaveLength(3)
})

test('of two who decide about the same families at once each request goes one way, and both learn which', async () => {
  const { garden, group, ids } = await families()
  const manager = await garden.manager()

  const answers = await Promise.all([
    together(garden, garden.admin, {
      decision: 'accept',
      requests: ids.map((id, place) => ({ id, childId: group.children[place] })),
    }),
    together(garden, manager, { decision: 'refuse', joinRequestIds: [...ids].reverse(), reason: 'Не знаем вас' }),
  ])

  const [accepted, refused] = answers.map((answer) => answer.json<JoinRequestsDecided>())
  expect([...(accepted?.done ?? []), ...(refused?.done ?? [])].sort()).toEqual([...ids].sort())
  for (const side of [accepted, refused]) {
    expect(new Set(side?.left.map(({ code }) => code))).not.toContain('not-found')
  }
  const memberships = await world.db
    .selectFrom('membership')
    .where('organization_id', '=', garden.id)
    .where('role', '=', 'parent')
    .select('id')
    .execute()
  expect(memberships).toHaveLength(accepted?.done.length ?? -1)
})
