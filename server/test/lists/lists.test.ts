import { type Endpoint, endpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createWorld, type World } from '../world.ts'
import { type Places, type Reader, seedPlaces } from './place.ts'
import { childDoor, personDoor } from './doors.ts'
import type { Row } from './row.ts'
import { rows } from './rows.ts'
import { withoutDoors } from './without-doors.ts'

let world: World
let places: Places
beforeAll(async () => {
  world = await createWorld()
  places = await seedPlaces(world)
}, 60_000)
afterAll(() => world.close())

const at = (thing: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], thing)

async function ask({ endpoint, query, body }: Row, reader: Reader, params: Record<string, string>) {
  const answer = await reader.request({
    method: endpoint.method,
    url: pathOf(endpoint, params),
    ...(query && { query }),
    ...(body && { payload: body }),
  })
  expect([200, 403, 404], answer.body).toContain(answer.statusCode)
  return answer.statusCode === 200 ? answer.json<Record<string, unknown[]>>() : {}
}

describe.each(Object.entries(rows))('%s', (what, row) => {
  test('shows nobody what its door would refuse', async () => {
    let shown = 0
    for (const [role, reader] of Object.entries(places.readers)) {
      for (const place of row.at ? [places.here, places.elsewhere] : [places.here]) {
        const params = row.at?.(place) ?? {}
        const answer = await ask(row, reader, params)
        for (const [name, { id, door }] of Object.entries(row.lists)) {
          const ids = (answer[name] ?? []).map((thing) => String(at(thing, id)))
          const isOpen = await Promise.all(ids.map((one) => door(world, reader, one, params)))
          expect(
            ids.filter((_, index) => !isOpen[index]),
            `${what}, ${name}: ${role}`,
          ).toEqual([])
          shown += ids.length
        }
      }
    }
    // A list that shows nothing to anybody has not been tried.
    expect(shown).toBeGreaterThan(0)
  })
})

const staff = ['admin', 'head', 'management', 'teacher', 'teacher of another group']
const lists = [
  ['directory.list', 'people', ['directory.list']],
  ['directory.export', 'people', ['directory.export']],
  ['children.ofOrganization', 'children', ['children.ofOrganization', 'children.ofOrganization who have left']],
] as const

test.each(lists)('%s holds all whose doors are open', async (_, kind, together) => {
  const asked = { organizationId: places.here.organizationId }
  const all = await world.db
    .selectFrom(kind === 'people' ? 'membership' : 'child')
    .select('id')
    .execute()
  for (const [role, reader] of Object.entries(places.readers).filter(([name]) => staff.includes(name))) {
    const listed: string[] = []
    for (const name of together) {
      const row = rows[name] as Row
      const things = (await ask(row, reader, asked))[kind] ?? []
      listed.push(...things.map((thing) => String(at(thing, kind === 'people' ? 'person.membershipId' : 'id'))))
    }
    const door = kind === 'people' ? personDoor : childDoor
    const open = await Promise.all(all.map(({ id }) => door(world, reader, id, asked)))
    expect(listed.sort(), role).toEqual(
      all
        .filter((_, index) => open[index])
        .map(({ id }) => id)
        .sort(),
    )
  }
})

test('every list of the contract is among these, or said to have no doors behind it', () => {
  const lists = Object.entries(endpoints).flatMap(([domain, all]) =>
    Object.entries(all as Record<string, Endpoint>)
      .filter(([, endpoint]) => endpoint.method === 'GET' && hasList(endpoint))
      .map(([name]) => `${domain}.${name}`),
  )
  const decided = new Set([...Object.keys(rows), ...Object.keys(withoutDoors)])
  expect(lists.filter((list) => !decided.has(list))).toEqual([])
  expect(Object.keys(withoutDoors).filter((list) => !lists.includes(list))).toEqual([])
})

function hasList({ response }: Endpoint): boolean {
  if (response === 'file' || !('shape' in response)) return false
  return Object.values((response as z.ZodObject).shape).some(
    (part) => part instanceof z.ZodArray && part.element instanceof z.ZodObject,
  )
}
