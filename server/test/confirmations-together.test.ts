import { confirmationEndpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { remindOfConfirmations } from '#confirmations/index.ts'
import { createKindergarten, type Kindergarten } from './joining-seed.ts'
import { createOutbox } from './outbox.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: Kindergarten
let time = new Date('2026-09-01T08:00:00Z')
const outbox = createOutbox()
beforeAll(async () => {
  world = await createWorld({ clock: () => time, outbox })
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

const together = (by: Someone, payload: object) =>
  by.request({
    method: 'POST',
    url: pathOf(confirmationEndpoints.decideTogether, { organizationId: garden.id }),
    payload,
  })

test('several are confirmed in one step; what was decided meanwhile is left and told', async () => {
  const [one, two, three] = [await asking(), await asking(), await asking()]
  await decide(garden.admin, two.id, 'refuse', { reason: 'Нет в штате' })

  const answer = await together(garden.admin, {
    decision: 'confirm',
    confirmationIds: [one.id, two.id, three.id],
  })

  expect(answer.json()).toEqual({ done: [one.id, three.id], left: [{ id: two.id, code: 'confirmation-decided' }] })
  expect(await inGroup(three.group.id, three.teacher.accountId)).toBe(true)
  expect(await inGroup(two.group.id, two.teacher.accountId)).toBe(false)
})

test('several are refused with one reason, and not without it', async () => {
  const [one, two] = [await asking(), await asking()]
  const given = { decision: 'refuse', confirmationIds: [one.id, two.id] }

  expect((await together(garden.admin, given)).json()).toMatchObject({ errors: [{ pointer: '#/reason' }] })
  const answer = await together(garden.admin, { ...given, reason: 'Нет в штате' })

  expect(answer.json()).toEqual({ done: [one.id, two.id], left: [] })
  expect(await mine(two.teacher)).toMatchObject({ last: { state: 'refused', reason: 'Нет в штате' } })
})

const unconfirm = (by: Someone, membershipId: string, reason = 'Перешла на другую работу') =>
  by.request({
    method: 'POST',
    url: pathOf(confirmationEndpoints.unconfirm, { membershipId }),
    payload: { reason },
  })

test('the status is taken also from somebody who never asked for it, and who did it, when and why is kept', async () => {
  const group = await garden.group('Младшая', 'Ваня')
  const teacher = await garden.staff({ leads: [group.id], position: 'воспитатель' })

  const answers = await Promise.all([
    unconfirm(garden.admin, teacher.membershipId),
    unconfirm(garden.admin, teacher.membershipId),
  ])

  expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200])
  expect(await inGroup(group.id, teacher.accountId)).toBe(false)
  expect(await mine(teacher)).toMatchObject({
    canAsk: true,
    isConfirmed: false,
    last: { state: 'withdrawn', reason: 'Перешла на другую работу', decidedBy: 'Анна', howToCheck: '' },
  })
  const { confirmations } = (await queue(garden.admin, 'decided')).json<{ confirmations: { membershipId: string }[] }>()
  expect(confirmations.filter(({ membershipId }) => membershipId === teacher.membershipId)).toHaveLength(1)
})

test('of somebody who asked, the same request says that it was withdrawn', async () => {
  const { teacher, id } = await asking()
  await decide(garden.admin, id, 'confirm')

  await unconfirm(garden.admin, teacher.membershipId, 'Уволена')

  expect(await mine(teacher)).toMatchObject({ isConfirmed: false, last: { id, state: 'withdrawn', reason: 'Уволена' } })
})

test('an administrator, and whoever is confirmed by being the management, keeps it', async () => {
  const own = await world.db
    .selectFrom('membership')
    .where('account_id', '=', garden.admin.accountId)
    .select('id')
    .executeTakeFirstOrThrow()
  const manager = await garden.manager()
  expect((await unconfirm(manager, own.id)).statusCode).toBe(403)
  expect((await unconfirm(garden.admin, own.id)).statusCode).toBe(403)
})

test('who decides is reminded by letter of what waits for three days, once, and again three days later', async () => {
  const other = await createKindergarten(world, 'МБДОУ «Ромашка»')
  const mailbox = `${other.code}@example.ru`
  await world.db.updateTable('account').where('id', '=', other.admin.accountId).set({ email: mailbox }).execute()
  const url = (confirmationId: string) =>
    pathOf(confirmationEndpoints.ask, { organizationId: other.id, confirmationId })
  for (const id of [crypto.randomUUID(), crypto.randomUUID()]) {
    const teacher = await other.staff({ isConfirmed: false })
    await teacher.request({ method: 'PUT', url: url(id), payload: words })
  }
  const start = time
  const letters = async (days: number) => {
    time = new Date(start.getTime() + days * 24 * 60 * 60 * 1000)
    // Two servers at once, or one that was killed and began anew.
    await Promise.all([remindOfConfirmations(world.context), remindOfConfirmations(world.context)])
    await world.runJobs()
    return outbox.messages.filter(({ to }) => to === mailbox).map((letter) => (letter as { subject: string }).subject)
  }

  expect(await letters(2.9)).toEqual([])
  const subject = '2 сотрудника ждут подтверждения статуса «педагог»'
  expect(await letters(3)).toEqual([subject])
  expect(await letters(5.9)).toEqual([subject])
  expect(await letters(6)).toEqual([subject, subject])
  const { confirmations } = (await other.admin.request({ url: `/api/organizations/${other.id}/confirmations` })).json<{
    confirmations: { remindedAt: string }[]
  }>()
  expect(confirmations.map(({ remindedAt }) => remindedAt)).toEqual([time.toISOString(), time.toISOString()])
  time = start
})
