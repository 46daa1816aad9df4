import type { Group, ImportDraft } from '@kolosok/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOffice as openOfficeIn } from './import-office.ts'
import { upload } from './upload.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

async function openOffice() {
  const office = await openOfficeIn(world)
  const list = async (...rows: string[]) =>
    (await office.begin({ kind: 'groups', text: rows.join('\n') })).json<ImportDraft>()
  return { ...office, list }
}

const shape = (groups: readonly Group[]) => {
  const nameOf = new Map(groups.map(({ id, name }) => [id, name]))
  return groups.map(({ name, kind, age, programme, parentId }) => [
    name,
    kind,
    age,
    programme,
    parentId && nameOf.get(parentId),
  ])
}

const NOMENCLATURE = [
  'Утверждаю;;;;',
  '№;Название группы;Возраст;Программа;Корпус',
  '1;Ясельная группа "Капельки";;От рождения до школы;Корпус 1',
  '2;Ромашки;4–5 лет;;Корпус 1',
  '3;Кружок «Умелые ручки»;;;',
  'Итого;3;;;',
]

describe('a list of groups', () => {
  test('is understood, comes in with its buildings, each group with its chat, and goes out in one step', async () => {
    const office = await openOffice()
    const draft = await office.list(...NOMENCLATURE)
    expect(draft).toMatchObject({ state: 'draft', counts: { ready: 3, bad: 0, aside: 3 } })
    expect(draft.columns.map(({ meaning }) => meaning)).toEqual([
      'ignored',
      'group',
      'age',
      'programme',
      'parent-group',
    ])
    expect(await office.groups()).toEqual([])

    const applied = await office.change(draft.id, `applied?seen=${draft.digest}`)
    expect(applied.json()).toMatchObject({ state: 'applied', made: { groups: 4 } })
    const groups = await office.groups()
    expect(shape(groups)).toEqual([
      ['Корпус 1', 'class', '', '', null],
      ['Ясельная группа «Капельки»', 'class', 'ясельная', 'От рождения до школы', 'Корпус 1'],
      ['Ромашки', 'class', '4–5 лет', '', 'Корпус 1'],
      ['Кружок «Умелые ручки»', 'club', '', '', null],
    ])
    const ids = groups.map(({ id }) => id)
    const chats = await world.db.selectFrom('chat').where('bound_group_id', 'in', ids).select('id').execute()
    expect(chats).toHaveLength(4)

    expect((await office.change(draft.id, 'applied', 'DELETE')).json()).toMatchObject({ state: 'undone' })
    expect(await office.groups()).toEqual([])
  })

  test('typed one a line needs no columns, whatever the groups are called', async () => {
    const office = await openOffice()
    const draft = await office.list('Младшая группа', 'Средняя группа', '5 «Б» класс', 'Всего: 3')

    expect(draft.counts).toMatchObject({ ready: 3, bad: 0, aside: 1 })
    await office.change(draft.id, 'applied')
    expect((await office.groups()).map(({ name, age }) => [name, age])).toEqual([
      ['Младшая группа', 'младшая'],
      ['Средняя группа', 'средняя'],
      ['5 «Б» класс', '5 класс'],
    ])
  })

  test('with buildings as lines of their own puts the groups under them', async () => {
    const office = await openOffice()
    const draft = await office.list(
      'Группа;Возраст',
      'Корпус на Лесной;',
      'Ромашки;средняя',
      'Корпус на Садовой;',
      'Маки;',
    )
    await office.change(draft.id, 'applied')

    expect(shape(await office.groups())).toEqual([
      ['Корпус на Лесной', 'class', '', '', null],
      ['Корпус на Садовой', 'class', '', '', null],
      ['Ромашки', 'class', 'средняя', '', 'Корпус на Лесной'],
      ['Маки', 'class', '', '', 'Корпус на Садовой'],
    ])
  })

  test('names every bad line by its column, and makes nothing until each is mended or left out', async () => {
    const office = await openOffice()
    await office.organization.group('Маки')
    const long = 'я'.repeat(101)
    const draft = await office.list(
      'Группа;Возраст;Корпус',
      'Ромашки;средняя;Корпус 1',
      'ромашки;;',
      ';старшая;',
      '7;;',
      `${long};;`,
      'А;;Б',
      'Б;;А',
      'Васильки;;Педагоги',
      'Маки;;',
    )
    const bad = await office.lines(draft.id, 'bad')
    expect(bad.map(({ line, problems }) => [line, problems[0]?.column, problems[0]?.code])).toEqual([
      [3, 0, 'group-twice'],
      [4, 0, 'group-missing'],
      [5, 0, 'group-odd'],
      [6, 0, 'group-too-long'],
      [7, 2, 'group-in-itself'],
      [8, 2, 'group-in-itself'],
      [9, 2, 'group-of-staff'],
    ])
    expect(draft.counts).toMatchObject({ ready: 1, there: 1, bad: 7 })
    expect((await office.change(draft.id, 'applied')).json()).toMatchObject({ code: 'import-has-bad-lines' })
    expect((await office.groups()).map(({ name }) => name)).toEqual(['Маки'])

    for (const line of [3, 4, 5, 6, 8, 9]) {
      await office.change(draft.id, `lines/${String(line)}`, 'PATCH', { isSkipped: true })
    }
    expect((await office.change(draft.id, 'applied')).json()).toMatchObject({ state: 'applied', made: { groups: 4 } })
    expect((await office.groups()).map(({ name }) => name)).toEqual(['Маки', 'Корпус 1', 'Б', 'Ромашки', 'А'])
  })

  test('from an older program, in Windows-1251, reads the same', async () => {
    const office = await openOffice()
    // «Группа;Возраст\r\nРомашки;средняя» in Windows-1251.
    const bytes = Buffer.from('c3f0f3efefe03bc2eee7f0e0f1f20d0ad0eeece0f8eae83bf1f0e5e4ededff', 'hex')
    const { fileId } = await upload(office.admin, 'groups.csv', bytes)
    const draft = (await office.begin({ kind: 'groups', fileId })).json<ImportDraft>()

    expect(draft).toMatchObject({ counts: { ready: 1 }, groups: [{ name: 'Ромашки', isNew: true }] })
  })

  test('is not undone once somebody is in one of its groups, and then stays whole', async () => {
    const office = await openOffice()
    const draft = await office.list('Младшая', 'Средняя')
    await office.change(draft.id, 'applied')
    const [group] = await office.groups()
    await office.ask('POST', `/api/groups/${group?.id ?? ''}/children`, {
      children: [{ id: crypto.randomUUID(), name: 'Зуев Лев' }],
    })

    expect((await office.change(draft.id, 'applied', 'DELETE')).json()).toMatchObject({ code: 'import-in-use' })
    expect(await office.groups()).toHaveLength(2)
  })
})

test('a list is not brought in as something else than what was looked at', async () => {
  const office = await openOffice()
  const groupId = await office.organization.group('Младшая')
  const draft = await office.text('Группа;Ребёнок', 'Младшая;Зуев Лев')
  expect(draft.groups).toEqual([{ name: 'Младшая', isNew: false, children: 1 }])
  await office.ask('PATCH', `/api/groups/${groupId}`, { name: 'Средняя' })

  const late = await office.change(draft.id, `applied?seen=${draft.digest}`)
  expect(late.json()).toMatchObject({ status: 409, code: 'import-outdated' })
  const anew = (await office.ask('GET', `/api/imports/${draft.id}`)).json<ImportDraft>()
  expect(anew.groups).toEqual([{ name: 'Младшая', isNew: true, children: 1 }])
  expect((await office.change(draft.id, `applied?seen=${anew.digest}`)).json()).toMatchObject({ state: 'applied' })
})
