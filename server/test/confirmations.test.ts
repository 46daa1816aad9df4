import { confirmationEndpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKindergarten, type Kindergarten } from './joining-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: Kindergarten
const time = new Date('2026-09-01T08:00:00Z')
beforeAll(async () => {
  world = await createWorld({ clock: () => time })
  garden = await createKindergarten(world)
})
afterAll(() => world.close())

type Someone = Pick<World, 'request'>
type Action = 'confirm' | 'refuse' | 'withdraw'

const words = { position: 'воспитатель', howToCheck: 'Приказ № 12, отдел кадров', word: '' }
const addressOf = (confirmationId: string, endpoint: { path: string } = confirmationEndpoints.ask) =>
  pathOf(endpoint as typeof confirmationEndpoints.ask, { organizationId: garden.id, confirmationId })
const put = (by: Someone, id: string, payload: object = words) =>
  by.request({ method: 'PUT', url: addressOf(id), payload })
const decide = (by: Someone, id: string, action: Action, payload: object = {}) =>
  by.request({ method: 'POST', url: addressOf(id, confirmationEndpoints[action]), payload })
const mine = async (by: Someone): Promise<unknown> =>
  (await by.request({ url: pathOf(confirmationEndpoints.mine, { organizationId: garden.id }) })).json()
const queue = async (by: Someone, state = 'requested') =>
  by.request({ url: `${pathOf(confirmationEndpoints.list, { organizationId: garden.id })}?state=${state}` })
const inGroup = async (groupId: string, accountId: string) => {
  const members = world.db
    .selectFrom('group_member')
    .where('group_id', '=', groupId as never)
    .select('account_id')
  return (await members.execute()).some((member) => member.account_id === accountId)
}

async function asking() {
  const group = await garden.group('Младшая', 'Ваня')
  const teacher = await garden.staff({ isConfirmed: false, leads: [group.id], position: '' })
  const id = crypto.randomUUID()
  await put(teacher, id)
  return { teacher, id, group }
}

test('until she is confirmed, a teacher attached to a group gets nothing of it; then all at once', async () => {
  const { teacher, id, group } = await asking()
  const children = () => teacher.request({ url: `/api/groups/${group.id}/invitations` })
  expect([await inGroup(group.id, teacher.accountId), (await children()).statusCode]).toEqual([false, 404])

  await decide(garden.admin, id, 'confirm', { position: 'воспитатель младшей группы' })

  expect([await inGroup(group.id, teacher.accountId), (await children()).statusCode]).toEqual([true, 200])
  expect(await mine(teacher)).toMatchObject({
    canAsk: false,
    isConfirmed: true,
    position: 'воспитатель младшей группы',
    last: { state: 'confirmed', decidedBy: 'Анна' },
  })
})

test('a refusal says why, and she may ask again', async () => {
  const { teacher, id } = await asking()

  const answer = await decide(garden.admin, id, 'refuse', { reason: 'Нет в штате' })

  expect(answer.json()).toMatchObject({ state: 'refused', reason: 'Нет в штате' })
  expect(await mine(teacher)).toMatchObject({ canAsk: true, isConfirmed: false, last: { reason: 'Нет в штате' } })
  expect((await put(teacher, crypto.randomUUID())).statusCode).toBe(200)
})

test('a refusal without a reason is no refusal', async () => {
  const { id } = await asking()
  const answer = await decide(garden.admin, id, 'refuse', { reason: '  ' })
  expect(answer.json()).toMatchObject({ errors: [{ pointer: '#/reason', code: 'required' }] })
})

test('a withdrawn confirmation takes everything back at once', async () => {
  const { teacher, id, group } = await asking()
  await decide(garden.admin, id, 'confirm')

  await decide(garden.admin, id, 'withdraw', { reason: 'Перешла на другую работу' })

  expect(await inGroup(group.id, teacher.accountId)).toBe(false)
  expect(await mine(teacher)).toMatchObject({ canAsk: true, isConfirmed: false })
})

test('she may take her request back while it waits', async () => {
  const { teacher, id } = await asking()
  expect((await decide(teacher, id, 'withdraw')).json()).toMatchObject({ state: 'withdrawn' })
  expect((await decide(garden.admin, id, 'confirm')).json()).toMatchObject({ code: 'confirmation-decided' })
})

test('only one request waits at a time; a retried one is the first again', async () => {
  const { teacher, id } = await asking()
  expect((await put(teacher, id)).json()).toMatchObject({ id, state: 'requested' })
  expect((await put(teacher, crypto.randomUUID())).json()).toMatchObject({ code: 'confirmation-waiting' })
})

test('of two who decide differently at once the first one counts, the other is told', async () => {
  const { id } = await asking()
  const manager = await garden.manager()

  const answers = await Promise.all([
    decide(garden.admin, id, 'confirm'),
    decide(manager, id, 'refuse', { reason: 'Нет' }),
  ])

  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409])
})

test('deciding the same twice is fine', async () => {
  const { id } = await asking()
  const [one, two] = await Promise.all([decide(garden.admin, id, 'confirm'), decide(garden.admin, id, 'confirm')])
  expect(one.json()).toEqual(two.json())
})

test('nobody confirms themselves, and teachers and strangers see no requests at all', async () => {
  const { teacher, id } = await asking()
  const colleague = await garden.staff()
  const stranger = await world.person()

  const answers = [teacher, colleague, stranger].map((by) => decide(by, id, 'confirm'))
  expect((await Promise.all(answers)).map((answer) => answer.statusCode)).toEqual([403, 404, 404])
  const lists = await Promise.all([teacher, colleague, stranger].map((by) => queue(by)))
  expect(lists.map((answer) => answer.statusCode)).toEqual([403, 403, 404])
})

test('whoever is confirmed needs not ask, and a parent can not', async () => {
  const confirmed = await garden.staff()
  expect((await put(confirmed, crypto.randomUUID())).json()).toMatchObject({ code: 'already-confirmed' })
  const stranger = await world.person()
  expect((await put(stranger, crypto.randomUUID())).json()).toMatchObject({ code: 'not-found' })
})

test('every bad field of a request is named at once', async () => {
  const teacher = await garden.staff({ isConfirmed: false })
  const answer = await put(teacher, crypto.randomUUID(), { position: '', howToCheck: ' ' })
  expect(answer.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual([
    '#/position',
    '#/howToCheck',
  ])
})

test('the queue shows who waits longest first, and what was decided apart from it', async () => {
  const other = await createKindergarten(world, 'МБДОУ «Ромашка»')
  const urls = { ask: confirmationEndpoints.ask, confirm: confirmationEndpoints.confirm }
  const at = (endpoint: { path: string }, confirmationId: string) =>
    pathOf(endpoint as typeof urls.ask, { organizationId: other.id, confirmationId })
  const ids = [crypto.randomUUID(), crypto.randomUUID()]
  for (const id of ids) {
    const teacher = await other.staff({ isConfirmed: false })
    await teacher.request({ method: 'PUT', url: at(urls.ask, id), payload: words })
  }
  await other.admin.request({ method: 'POST', url: at(urls.confirm, ids[0] ?? ''), payload: {} })
  const list = async (state: string) =>
    (await other.admin.request({ url: `/api/organizations/${other.id}/confirmations?state=${state}` })).json<{
      confirmations: { id: string }[]
      waiting: number
    }>()

  const [waiting, decided] = [await list('requested'), await list('decided')]

  expect([waiting.waiting, waiting.confirmations.map(({ id }) => id)]).toEqual([1, [ids[1]]])
  expect(decided.confirmations.map(({ id }) => id)).toEqual([ids[0]])
})
