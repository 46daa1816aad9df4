import { randomUUID } from 'node:crypto'
import { confirmationEndpoints, joinRequestEndpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asParent, newcomer, send } from './join-request-seed.ts'
import { createKindergarten } from './joining-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: Awaited<ReturnType<typeof createKindergarten>>
beforeAll(async () => {
  world = await createWorld()
  garden = await createKindergarten(world)
})
afterAll(() => world.close())

const names = ['Волкова', 'Абрамова', 'Белова']
const byTime = names
const byName = ['Абрамова', 'Белова', 'Волкова']
type Named = { readonly fullName: string }
const familiesIn = (rows: readonly Named[]) =>
  rows.map(({ fullName }) => names.find((name) => fullName.includes(name)) ?? fullName)

async function called(accountId: string, familyName: string): Promise<void> {
  await world.db
    .updateTable('account')
    .set({ family_name: familyName })
    .where('id', '=', accountId as never)
    .execute()
}

async function askToJoin(): Promise<void> {
  const group = await garden.group('Гномики', 'Ваня Кузнецов')
  for (const familyName of names) {
    const mother = await newcomer(world)
    await send(mother, asParent(garden, group.id))
    await called(mother.accountId, familyName)
  }
}

async function askToConfirm(): Promise<void> {
  for (const familyName of names) {
    const teacher = await garden.staff({ isConfirmed: false })
    const params = { organizationId: garden.id, confirmationId: randomUUID() as never }
    const payload = { position: 'воспитатель', howToCheck: 'Приказ № 12', word: '' }
    await teacher.request({ method: 'PUT', url: pathOf(confirmationEndpoints.ask, params), payload })
    await called(teacher.accountId, familyName)
  }
}

test.each([
  ['join requests', joinRequestEndpoints, 'requests', 'join-request.exported', askToJoin],
  ['confirmations', confirmationEndpoints, 'confirmations', 'confirmation.exported', askToConfirm],
] as const)('%s stand in the order asked for, on screen and taken along; the journal says so', async (...given) => {
  const [, endpoints, key, action, ask] = given
  await ask()
  const params = { organizationId: garden.id }
  const listed = async (query: Record<string, string>) => {
    const answer = await garden.admin.request({ url: pathOf(endpoints.list, params), query })
    return familiesIn(answer.json<Record<string, Named[]>>()[key] ?? [])
  }
  expect(await listed({})).toEqual(byTime)
  expect(await listed({ sort: '-time' })).toEqual(byTime.toReversed())
  expect(await listed({ sort: 'name' })).toEqual(byName)
  expect(await listed({ sort: '-name' })).toEqual(byName.toReversed())

  const answer = await garden.admin.request({ url: pathOf(endpoints.list, params), query: { sort: 'name' } })
  const second = answer.json<Record<string, (Named & { id: string })[]>>()[key]?.[1]?.id ?? ''
  expect(await listed({ sort: 'name', after: second })).toEqual(['Волкова'])
  expect(await listed({ sort: '-time', after: second })).toEqual(['Абрамова', 'Волкова'])

  const url = pathOf(endpoints.export, params)
  const taken = await garden.admin.request({ method: 'POST', url, payload: { sort: '-name' } })
  expect(taken.json()).toMatchObject({ isCut: false })
  expect(familiesIn(taken.json<Record<string, Named[]>>()[key] ?? [])).toEqual(byName.toReversed())
  const entries = await world.db.selectFrom('audit_entry').where('action', '=', action).select('details').execute()
  expect(entries).toEqual([{ details: { count: 3 } }])
})
