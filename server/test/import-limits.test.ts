import type { ChildId, ImportDraft } from '@kolosok/contract'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from './import-office.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

test('a list is read no oftener than people bring lists', async () => {
  const office = await openOffice(world)
  const importId = randomUUID()
  const answers = await Promise.all(Array.from({ length: 11 }, () => office.begin({ text: 'Зуев Лев' }, importId)))

  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(10)
  expect(answers.find(({ statusCode }) => statusCode === 429)?.json()).toMatchObject({ code: 'too-many-requests' })
})

test('a list leaves nothing of whom to expect for a child that has left', async () => {
  const office = await openOffice(world)
  const draft = await office.text('Группа;Ребёнок;Мама;Телефон мамы', 'Старшая;Зуев Лев;Зуева Анна;89123456789')
  await office.change(draft.id, 'applied')
  const [group] = await office.groups()
  const [child] = await office.children(group)
  const kept = () =>
    world.db
      .selectFrom('guardian_contact')
      .where('child_id', '=', child?.id ?? ('' as ChildId))
      .select('name')
      .execute()
  expect(await kept()).toEqual([{ name: 'Зуева Анна' }])

  await office.ask('DELETE', `/api/groups/${group?.id ?? ''}/children/${child?.id ?? ''}`)
  expect(await kept()).toEqual([])
})

test('a list brings no child into «Педагоги», whose chat is of the staff', async () => {
  const office = await openOffice(world)
  const draft = await office.text('Группа;Ребёнок', '«педагоги»;Зуев Лев', 'Старшая;Попова Анна')

  expect(draft.counts).toMatchObject({ ready: 1, bad: 1 })
  expect(await office.lines(draft.id, 'bad')).toMatchObject([{ line: 2, problems: [{ code: 'group-of-staff' }] }])
})

test('of a workbook whose group is one merged cell, the lines without a group of their own are named, none guessed', async () => {
  const office = await openOffice(world)
  const draft = (await office.file('merged.xlsx')).json<ImportDraft>()

  expect(draft.counts).toMatchObject({ ready: 2, bad: 3 })
  expect((await office.lines(draft.id, 'bad')).map(({ name, problems }) => [name, problems[0]?.code])).toEqual([
    ['Ким Аня', 'group-missing'],
    ['Белов Миша', 'group-missing'],
    ['Ли Маша', 'group-missing'],
  ])
  expect((await office.change(draft.id, 'applied')).json()).toMatchObject({ code: 'import-has-bad-lines' })
})

test('what a list has brought in is counted by the database at once, for its plans', async () => {
  const office = await openOffice(world)
  const draft = await office.text('Группа;Ребёнок', 'Старшая;Зуев Лев', 'Старшая;Попова Анна')
  await office.change(draft.id, 'applied')
  await world.runJobs()

  const { rows } = await sql<{ counted: number; held: number }>`
    select reltuples::int as counted, (select count(*)::int from child) as held
    from pg_class where oid = 'child'::regclass`.execute(world.db)
  expect(rows).toEqual([{ counted: rows[0]?.held, held: rows[0]?.held }])
})

test('what could not be read in a line that comes in is found in a list of its own, and named again afterwards', async () => {
  const office = await openOffice(world)
  const draft = await office.text(
    'Группа;Ребёнок;Телефон мамы',
    'Старшая;Зуев Лев;8 912 345-67-8',
    'Старшая;Попова Анна;8 912 345-67-89',
    'Старшая;Белов Иван;8 912 345-67-90',
  )
  expect(draft).toMatchObject({ counts: { ready: 3, doubtful: 1, bad: 0 } })
  expect((await office.lines(draft.id, 'doubtful')).map(({ name }) => name)).toEqual(['Зуев Лев'])

  expect((await office.change(draft.id, 'applied')).json()).toMatchObject({
    state: 'applied',
    counts: { doubtful: 1 },
  })
  // Who was there already with a number nobody can read did not come in by this list.
  const again = await office.text('Группа;Ребёнок;Телефон мамы', 'Старшая;Зуев Лев;8 912', 'Старшая;Ильин Олег;12')
  expect(again).toMatchObject({ counts: { ready: 1, doubtful: 1, there: 1 } })
  await office.change(again.id, 'applied')

  const afterwards = await Promise.all([draft, again].map(({ id }) => office.lines(id, 'doubtful')))
  expect(afterwards.map((lines) => lines.map(({ name }) => name))).toEqual([['Зуев Лев'], ['Ильин Олег']])
  await office.change(again.id, 'applied', 'DELETE')
  expect(await office.lines(again.id, 'doubtful')).toEqual([])
})
