import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Garden, seedGarden } from './broadcast-world.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: Garden
beforeAll(async () => {
  world = await createWorld()
  garden = await seedGarden(world)
})
afterAll(() => world.close())

test('a calendar shows those one may look at, by their time; all of the organization only to the office', async () => {
  const month = { from: garden.inTime(-60 * 24), until: garden.inTime(60 * 24 * 30) }
  const calendarOf = async (who: Pick<Garden['mother'], 'request'>, query: object = {}) => {
    const url = `/api/organizations/${garden.id}/broadcast-calendar`
    const answer = await who.request({ url, query: { ...month, ...query } })
    return answer.json<{ broadcasts: { title: string; state: string }[] }>().broadcasts.map(({ title }) => title)
  }
  await garden.planned(garden.head, { title: 'Для группы', plannedAt: garden.inTime(120) })
  await garden.planned(garden.head, {
    title: 'Для педагогов',
    audience: { kind: 'staff' },
    plannedAt: garden.inTime(60),
  })
  await garden.planned(garden.head, { title: 'Через год', plannedAt: garden.inTime(60 * 24 * 300) })
  const elsewhere = await garden.parent([])

  expect(await calendarOf(garden.mother)).toEqual(['Для группы'])
  expect(await calendarOf(garden.mother, { of: 'all' })).toEqual(['Для группы'])
  expect(await calendarOf(garden.teacher)).toEqual(['Для педагогов', 'Для группы'])
  expect(await calendarOf(elsewhere)).toEqual([])
  expect(await calendarOf(garden.admin, { of: 'all' })).toEqual(['Для педагогов', 'Для группы'])
  const wide = await garden.mother.request({
    url: `/api/organizations/${garden.id}/broadcast-calendar`,
    query: { from: month.from, until: garden.inTime(60 * 24 * 200) },
  })
  expect(wide.json()).toMatchObject({ errors: [{ pointer: '#/until' }] })
})
