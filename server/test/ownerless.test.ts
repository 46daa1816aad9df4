import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { departureTasks } from '#departures/index.ts'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** What the daily look tells the operator. */
async function look() {
  const lines: { count: number; ownerless: { what: string; id: string }[] }[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line) as never) })
  await departureTasks({ ...world.context, log })['look-for-ownerless']?.run({})
  return lines.flatMap(({ ownerless }) => ownerless.map(({ what, id }) => [what, id]))
}

test('what hangs on somebody who has left is told to the operator, and stays as it is', async () => {
  const sad = await seedOrganization(world)
  await sad.admin()
  const groupId = await sad.group('Старшая')
  const teacher = await sad.teacher({ groups: [groupId] })
  expect(await look()).toEqual([])

  // Past all that hands things over.
  await sql`update membership set ended_at = now() where id = ${teacher.membershipId}`.execute(world.db)
  expect(await look()).toEqual([['group', groupId]])
  expect(await look()).toEqual([['group', groupId]])
})

test('an organization that nobody administers is told, too', async () => {
  const sad = await seedOrganization(world)
  expect(await look()).toContainEqual(['organization', sad.id])
})
