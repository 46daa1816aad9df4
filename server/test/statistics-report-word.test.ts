import { randomUUID } from 'node:crypto'
import type { StatisticsReport } from '@kolosok/contract'
import { afterAll, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

type Someone = Pick<Awaited<ReturnType<World['person']>>, 'request'>

const world = await createWorld({ clock: () => new Date('2026-11-18T09:00:00Z') })
afterAll(() => world.close())

test('a word said twice by a retry is said once; another one by whoever has not read it is refused', async () => {
  const garden = await seedOrganization(world)
  const [admin, head] = [await garden.admin(), await garden.head()]
  const here = `/api/organizations/${garden.id}/statistics-reports/${randomUUID()}`
  const month = { kind: 'month', firstDay: '2026-11-01' }
  const { id, rev } = (await admin.request({ method: 'PUT', url: here, payload: month })).json<StatisticsReport>()
  const say = (who: Someone, word: string) =>
    who.request({ method: 'PUT', url: `/api/statistics-reports/${id}/word`, payload: { rev, word } })

  const first = await say(admin, 'Семьи подключаются')
  const again = await say(admin, 'Семьи подключаются')
  expect([first.statusCode, again.statusCode]).toEqual([200, 200])
  const { rev: after } = first.json<StatisticsReport>()
  expect(again.json()).toMatchObject({ rev: after, word: 'Семьи подключаются' })
  expect((await say(admin, 'Другое')).json()).toMatchObject({ code: 'statistics-report-changed' })
  // What is said already is nothing to say for whoever only reads it.
  expect((await say(head, 'Семьи подключаются')).statusCode).not.toBe(200)
})
