import { randomUUID } from 'node:crypto'
import type { GroupId, ImportDraft, ProblemBody } from '@kolosok/contract'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lockOrganization } from '#organizations/index.ts'
import { transact } from '#platform/db.ts'
import { openOffice } from './import-office.ts'
import { createKindergarten, join } from './joining-seed.ts'
import { seedOrganization } from './organization-seed.ts'
import { readTestData, upload } from './upload.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Answer = LightMyRequestResponse
const outcomes = (answers: readonly Answer[]) =>
  answers.map((answer) => (answer.statusCode === 200 ? 'done' : answer.json<ProblemBody>().code))

/** Both stand at the same door before either is let through: the organization is held until then. */
async function atOnce(organizationId: string, ...works: (() => Promise<Answer>)[]): Promise<Answer[]> {
  let answers: Promise<Answer>[] = []
  await transact(world.db, async (tx) => {
    await lockOrganization(tx, organizationId as never)
    let settled = 0
    answers = works.map((work) => work().finally(() => (settled += 1)))
    while ((await countWaiting()) + settled < works.length) await new Promise((resolve) => setTimeout(resolve, 10))
  })
  return Promise.all(answers)
}

async function countWaiting(): Promise<number> {
  const { rows } = await world.db.executeQuery<{ n: string }>({
    ...world.db.selectFrom('account').select('id').compile(),
    sql: `select count(*) as n from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    parameters: [],
  })
  return Number(rows[0]?.n)
}

/** Whoever comes to the door first is let in first; each test is for both orders. */
const bothOrders = [[0, 1] as const, [1, 0] as const]
const inOrder = async (
  organizationId: string,
  [first, second]: readonly [number, number],
  works: readonly [() => Promise<Answer>, () => Promise<Answer>],
) => {
  const [one, two] = [works[first] as () => Promise<Answer>, works[second] as () => Promise<Answer>]
  const answers = await atOnce(organizationId, one, two)
  return first === 0 ? outcomes(answers) : outcomes(answers).reverse()
}

describe.each(bothOrders)('a group goes into the archive', (...order) => {
  async function office() {
    const organization = await seedOrganization(world)
    const [admin, other] = [await organization.admin(), await organization.admin()]
    const [group, full] = [await organization.group('Младшая'), await organization.group('Старшая')]
    const child = await organization.child('Ваня', full)
    const archive = () => admin.request({ method: 'DELETE', url: `/api/groups/${group}` })
    const state = async () => {
      const { archived_at: archivedAt } = await world.db
        .selectFrom('group')
        .where('id', '=', group)
        .select('archived_at')
        .executeTakeFirstOrThrow()
      const inside = world.db.selectFrom('group_child').where('group_id', '=', group).where('until_at', 'is', null)
      return { isArchived: archivedAt !== null, children: (await inside.select('child_id').execute()).length }
    }
    return { organization, other, group, full, child, archive, state }
  }

  test('while children are added to it: one of the two, never children in an archive', async () => {
    const { organization, other, group, archive, state } = await office()
    const add = () =>
      other.request({
        method: 'POST',
        url: `/api/groups/${group}/children`,
        payload: { children: [{ id: randomUUID(), name: 'Соня' }] },
      })

    const answers = await inOrder(organization.id, order, [archive, add])

    expect([
      ['done', 'group-archived'],
      ['group-not-empty', 'done'],
    ]).toContainEqual(answers)
    expect(await state()).toEqual(
      answers[0] === 'done' ? { isArchived: true, children: 0 } : { isArchived: false, children: 1 },
    )
  })

  test('while a child is moved into it', async () => {
    const { organization, other, group, full, child, archive, state } = await office()
    const move = () =>
      other.request({
        method: 'POST',
        url: `/api/children/${child}/move`,
        payload: { fromGroupId: full, toGroupId: group },
      })

    const answers = await inOrder(organization.id, order, [archive, move])

    expect([
      ['done', 'group-archived'],
      ['group-not-empty', 'done'],
    ]).toContainEqual(answers)
    expect(await state()).toEqual(
      answers[0] === 'done' ? { isArchived: true, children: 0 } : { isArchived: false, children: 1 },
    )
  })

  test('while it is renamed: whoever is too late is told so', async () => {
    const { organization, other, group, archive } = await office()
    const rename = () =>
      other.request({ method: 'PATCH', url: `/api/groups/${group}`, payload: { name: 'Подготовительная' } })

    const answers = await inOrder(organization.id, order, [archive, rename])

    expect([
      ['done', 'group-archived'],
      ['done', 'done'],
    ]).toContainEqual(answers)
  })
})

test('two lists brought in at once make each group once, and each child', async () => {
  const { organization, text, change, groups, children } = await openOffice(world)
  const drafts: ImportDraft[] = []
  for (const child of ['Зуев Лев', 'Ким Аня'])
    drafts.push(await text('Группа;Ребёнок', `Средняя;${child}`, 'Средняя;Белов Миша'))

  const answers = await atOnce(
    organization.id,
    ...drafts.map(
      ({ id }) =>
        () =>
          change(id, 'applied'),
    ),
  )

  expect(answers.every(({ statusCode }) => statusCode < 500)).toBe(true)
  expect(outcomes(answers)).toContain('done')
  const made = await groups()
  expect(made.map(({ name }) => name)).toEqual(['Средняя'])
  const names = (await children(made[0])).map(({ name }) => name)
  expect(names.filter((name) => name === 'Белов Миша')).toHaveLength(1)
})

test('a list is brought in while its group is renamed: nothing is half there', async () => {
  const { organization, admin, text, change, groups } = await openOffice(world)
  const group = await organization.group('Средняя')
  const draft = await text('Группа;Ребёнок', 'Средняя;Зуев Лев', 'Средняя;Ким Аня')
  const rename = () => admin.request({ method: 'PATCH', url: `/api/groups/${group}`, payload: { name: 'Старшая' } })

  const answers = await atOnce(organization.id, rename, () => change(draft.id, 'applied'))

  expect(answers.every(({ statusCode }) => statusCode < 500)).toBe(true)
  const counts = (await groups()).map(({ childCount }) => childCount)
  expect([0, 2]).toContain(counts.reduce((sum, count) => sum + count, 0))
})

test('a link is revoked while somebody comes in by it: they are in, or told that it is over', async () => {
  const garden = await createKindergarten(world)
  for (const name of ['Гномики', 'Пчёлки', 'Звёздочки']) {
    const group = await garden.group(name, 'Ваня Кузнецов')
    const invitation = await garden.inviteFamily(group.id, group.children[0] as never)
    const mother = await world.person()
    const revoke = () =>
      garden.admin.request({ method: 'DELETE', url: `/api/organizations/${garden.id}/invitations/${invitation.id}` })

    const answers = outcomes(await atOnce(garden.id, () => join(mother, invitation), revoke))

    expect([
      ['done', 'done'],
      ['invitation-revoked', 'done'],
    ]).toContainEqual(answers)
    const mine = (await mother.request({ url: '/api/me/memberships' })).json<{ memberships: unknown[] }>()
    expect(mine.memberships).toHaveLength(answers[0] === 'done' ? 1 : 0)
  }
})

test.each(bothOrders)('an administrator is dismissed while appointing another one', async (...order) => {
  const organization = await seedOrganization(world)
  const [head, admin, spare] = [await organization.head(), await organization.admin(), await organization.admin()]
  const teacher = await organization.teacher()
  const enter = async (by: typeof head, kind: string, membershipId: string) => {
    const { fileId } = await upload(by, 'order.pdf', await readTestData('order.pdf'))
    const payload = { kind, membershipId, number: '17-а', date: '2026-09-01', fileId }
    const url = `/api/organizations/${organization.id}/admin-orders/${randomUUID()}`
    return () => by.request({ method: 'PUT', url, payload })
  }
  const appoint = await enter(admin, 'appointed', teacher.membershipId)
  const dismiss = await enter(head, 'dismissed', admin.membershipId)

  const answers = await inOrder(organization.id, order, [appoint, dismiss])

  expect([
    ['done', 'done'],
    ['forbidden', 'done'],
  ]).toContainEqual(answers)
  const admins = await world.db
    .selectFrom('membership')
    .where('organization_id', '=', organization.id)
    .where('is_admin', '=', true)
    .select('id')
    .execute()
  const expected = [spare.membershipId, ...(answers[0] === 'done' ? [teacher.membershipId] : [])]
  expect(admins.map(({ id }) => id).sort()).toEqual(expected.sort())
})

test('of two groups that get one name at once, one has it and the other is told', async () => {
  const organization = await seedOrganization(world)
  const [admin, other] = [await organization.admin(), await organization.admin()]
  const groups: GroupId[] = [await organization.group('Гномики'), await organization.group('Пчёлки')]
  const rename = (by: typeof admin, id: GroupId | undefined) => () =>
    by.request({ method: 'PATCH', url: `/api/groups/${id ?? ''}`, payload: { name: 'Ромашка' } })

  const answers = await atOnce(organization.id, rename(admin, groups[0]), rename(other, groups[1]))

  expect(outcomes(answers).sort()).toEqual(['done', 'invalid-request'])
})
