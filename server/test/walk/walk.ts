import { endpoints, type Endpoint, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createWorld, origin, type World } from '../world.ts'
import { type Role, roles } from './roles.ts'
import type { Input, Row } from './row.ts'
import { table } from './table.ts'
import { createThings, createThingsFor, type Things } from './things.ts'

/** Every endpoint's row; each part in a file of its own, so that they are walked at once. */
const rows = Object.entries(endpoints).flatMap(([domain, all]) =>
  Object.entries(all as Record<string, Endpoint>).flatMap(([name, endpoint]) => {
    const row = (table as unknown as Record<string, Record<string, Row>>)[domain]?.[name]
    return row ? [{ what: `${domain}.${name}`, endpoint, row }] : []
  }),
)

/** All roles knock at every endpoint of one part. */
export function walk(part: number, parts: number): void {
  let world: World
  let shared: Things
  beforeAll(async () => {
    world = await createWorld()
    shared = await createThings(world)
  })
  afterAll(() => world.close())

  async function knock(endpoint: Endpoint, role: Role, { params, query, body }: Input, things = shared) {
    const options = {
      method: endpoint.method,
      url: pathOf(endpoint, params),
      headers: { origin, ...(body instanceof Buffer && { 'content-type': 'application/octet-stream' }) },
      ...(query && { query }),
      ...(body !== undefined && { payload: body as object }),
    }
    return role === 'nobody' ? world.request(options) : things.people[role].request(options)
  }

  async function knockAfresh(endpoint: Endpoint, role: Role, row: Row) {
    const things = await createThingsFor(world, shared, (all) => row.call(all, role))
    return knock(endpoint, role, row.call(things, role), things)
  }

  describe.each(rows.filter((_, place) => place % parts === part))('$what', ({ endpoint, row }) => {
    const verdicts = roles.map((role) => [role, verdictOf(row, role, endpoint)] as const)

    test.each(verdicts.filter(([, verdict]) => verdict !== 'allowed'))('%s: %s', async (role, verdict) => {
      const input = row.call(shared, role)
      const answer = await knock(endpoint, role, input)

      if (verdict === 'nobody') expect(answer.statusCode).toBe(401)
      else expect({ role, status: answer.statusCode }).toEqual({ role, status: verdict === 'forbidden' ? 403 : 404 })
      if (verdict !== 'missing') return
      const missing = await knock(endpoint, role, { ...input, params: withOtherIds(input.params) })
      expect(bare(answer)).toEqual(bare(missing))
    })

    let written: Things | undefined
    const forAll = (all: Things) => row.allowed.map((role) => row.call(all, role))
    test.each(verdicts.filter(([, verdict]) => verdict === 'allowed'))('%s gets past the door', async (role) => {
      const things = endpoint.method === 'GET' ? shared : (written ??= await createThingsFor(world, shared, forAll))
      const onUsed = await knock(endpoint, role, row.call(things, role), things)
      // What a write left behind must not decide about the next one: whoever is stopped gets things of their own.
      const answer = isStopped(onUsed) && things !== shared ? await knockAfresh(endpoint, role, row) : onUsed

      expect([401, 403, 404, 500], answer.body).not.toContain(answer.statusCode)
    })
  })
}

const isStopped = ({ statusCode }: Answer) => [401, 403, 404].includes(statusCode)

type Answer = Awaited<ReturnType<World['request']>>
const bare = (answer: Answer) => ({ ...answer.json<object>(), instance: '' })
const withOtherIds = (params: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, /^[0-9a-f-]{36}$/.test(value) ? newId() : value]),
  )

function verdictOf(row: Row, role: Role, endpoint: Endpoint): 'allowed' | 'forbidden' | 'missing' | 'nobody' {
  if (row.allowed.includes(role)) return 'allowed'
  if (role === 'nobody') return endpoint.access === 'public' ? 'missing' : 'nobody'
  return row.forbidden?.includes(role) ? 'forbidden' : 'missing'
}
