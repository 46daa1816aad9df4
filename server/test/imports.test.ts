import type { Group, ImportDraft, ImportLine } from '@kolosok/contract'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openOffice as openOfficeIn } from './import-office.ts'
import { membersBySides } from './structure-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

const openOffice = () => openOfficeIn(world)
type Office = Awaited<ReturnType<typeof openOffice>>

const total = async ({ groups }: Office) => (await groups()).reduce((sum, { childCount }) => sum + childCount, 0)

describe('the list of a whole kindergarten', () => {
  let office: Office
  let draft: ImportDraft
  beforeAll(async () => {
    office = await openOffice()
    draft = (await office.file('children.xlsx')).json()
  })

  test('is understood and shown before anything changes', async () => {
    expect(draft).toMatchObject({ state: 'draft', name: 'children.xlsx', counts: { ready: 279, doubtful: 4, bad: 0 } })
    expect(draft.groups).toHaveLength(12)
    expect(draft.groups[0]).toEqual({ name: 'Ясельная группа «Капельки»', isNew: true, children: 22 })
    expect(await office.groups()).toEqual([])
  })

  test('names by line and column what comes in without its odd part', async () => {
    const lines = await office.lines(draft.id, 'doubtful')
    expect(lines.map(({ line, problems }) => [line, problems])).toEqual([
      [68, [{ column: 6, code: 'phone-odd', isWarning: true }]],
      [132, [{ column: 6, code: 'phone-odd', isWarning: true }]],
      [196, [{ column: 6, code: 'phone-odd', isWarning: true }]],
      [259, [{ column: 6, code: 'phone-odd', isWarning: true }]],
    ])
  })

  test('comes in as a whole, groups, children, chats and whom to expect', async () => {
    const applied = await office.change(draft.id, 'applied')
    expect(applied.json()).toMatchObject({ state: 'applied', made: { groups: 12, children: 279 } })

    const groups = await office.groups()
    expect(groups.map(({ name, age, childCount }) => [name, age, childCount])[0]).toEqual([
      'Ясельная группа «Капельки»',
      'ясельная',
      22,
    ])
    expect(await total(office)).toBe(279)
    const [first] = await office.children(groups[0])
    expect(first).toMatchObject({
      name: 'Андреев Фёдор',
      contacts: [
        { name: 'Андреева Дарья Ивановна', phone: '+79607693754' },
        { name: 'Андреев Семён Олегович', phone: '+79717718312' },
      ],
    })
    const bound = await world.db
      .selectFrom('chat')
      .where(
        'bound_group_id',
        'in',
        groups.map(({ id }) => id),
      )
      .select('id')
      .execute()
    expect(bound).toHaveLength(12)
  })

  test('asked for twice came in once', async () => {
    expect((await office.change(draft.id, 'applied')).statusCode).toBe(200)
    expect(await total(office)).toBe(279)
  })

  test('brought once more finds everybody there', async () => {
    const again = (await office.file('children-1251.csv')).json<ImportDraft>()

    expect(again.counts).toMatchObject({ ready: 0, bad: 0, there: 279 })
    expect((await office.change(again.id, 'applied')).json()).toMatchObject({ status: 409, code: 'import-empty' })
  })

  test('goes out again by one step, with the groups it made', async () => {
    expect((await office.change(draft.id, 'applied', 'DELETE')).json()).toMatchObject({ state: 'undone' })

    expect(await office.groups()).toEqual([])
    const contacts = await world.db.selectFrom('guardian_contact').select('child_id').execute()
    expect(contacts).toEqual([])
    expect((await office.change(draft.id, 'applied')).json()).toMatchObject({ code: 'import-over' })
  })

  test('and then comes in anew', async () => {
    const anew = (await office.file('children.xlsx')).json<ImportDraft>()
    await office.change(anew.id, 'applied')

    expect(await total(office)).toBe(279)
  })
})

describe('what is not understood', () => {
  const heading = 'Группа;Ребёнок;Телефон мамы'

  test('is named by line and column, and keeps everything out until it is mended', async () => {
    const office = await openOffice()
    const draft = await office.text(heading, 'Старшая;Зуев Лев;', ';Попова Анна;', 'Старшая;12345;')

    expect(draft.counts).toMatchObject({ ready: 1, bad: 2 })
    expect(
      (await office.lines(draft.id, 'bad')).map(({ line, problems }) => [line, problems[0]?.column, problems[0]?.code]),
    ).toEqual([
      [3, 0, 'group-missing'],
      [4, 1, 'name-odd'],
    ])
    expect((await office.change(draft.id, 'applied')).json()).toMatchObject({
      status: 409,
      code: 'import-has-bad-lines',
      params: { count: 2 },
    })
    expect(await office.groups()).toEqual([])

    const mended = await office.change(draft.id, 'lines/3', 'PATCH', { cells: { 0: 'старшая' } })
    expect(mended.json()).toMatchObject({ line: { state: 'ready', group: 'старшая' }, draft: { counts: { bad: 1 } } })
    await office.change(draft.id, 'lines/4', 'PATCH', { isSkipped: true })
    await office.change(draft.id, 'applied')
    const groups = await office.groups()
    expect(groups.map(({ name, childCount }) => [name, childCount])).toEqual([['Старшая', 2]])
  })

  test('of the columns is set right by hand', async () => {
    const office = await openOffice()
    const draft = await office.text('Кто;Куда', 'Зуев Лев;Старшая', 'Попова Анна;Старшая')

    expect(draft.counts.ready).toBe(0)
    const set = await office.change(draft.id, 'columns', 'PUT', { meanings: ['child-name', 'group'] })
    expect(set.json()).toMatchObject({ counts: { ready: 3 } })
    const heading = await office.change(draft.id, 'lines/1', 'PATCH', { isSkipped: true })
    expect(heading.json()).toMatchObject({ draft: { counts: { ready: 2, skipped: 1 } } })
    const twice = await office.change(draft.id, 'columns', 'PUT', { meanings: ['group', 'group'] })
    expect(twice.json()).toMatchObject({ errors: [{ pointer: '#/meanings', code: 'twice' }] })
  })

  test('as a file is refused with its reason, and leaves nothing', async () => {
    const office = await openOffice()
    const photo = await office.file('order-photo.jpg')

    expect(photo.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '#/fileId' }] })
    expect((await office.begin({ fileId: randomUUID() })).json()).toMatchObject({
      errors: [{ pointer: '#/fileId', code: 'file-missing' }],
    })
    expect((await office.ask('GET', `/api/organizations/${office.organization.id}/imports`)).json()).toEqual({
      imports: [],
    })
  })
})

describe('an import', () => {
  test('adds to the groups that are there, and their chats follow', async () => {
    const office = await openOffice()
    await office.organization.group('Старшая группа «Звёздочки»')
    const draft = await office.text('Группа;Ребёнок', 'старшая группа "Звездочки";Зуев Лев')

    expect(draft.groups).toEqual([{ name: 'Старшая группа «Звёздочки»', isNew: false, children: 1 }])
    await office.change(draft.id, 'applied')
    const [group] = await office.groups()
    expect((await office.children(group)).map(({ name }) => name)).toEqual(['Зуев Лев'])
    const { view, chat } = await membersBySides(world, group?.id ?? ('' as Group['id']))
    expect(chat).toEqual(view)
  })

  test('is not undone once a parent has joined by it', async () => {
    const office = await openOffice()
    const draft = await office.text('Группа;Ребёнок', 'Старшая;Зуев Лев')
    await office.change(draft.id, 'applied')
    const [child] = await office.children((await office.groups())[0])
    await office.organization.parent(child ? [child.id] : [])

    expect((await office.change(draft.id, 'applied', 'DELETE')).json()).toMatchObject({ code: 'import-in-use' })
    expect(await total(office)).toBe(1)
  })

  test('is decided once when two administrators press at the same moment', async () => {
    const office = await openOffice()
    const draft = await office.text('Группа;Ребёнок', 'Старшая;Зуев Лев', 'Старшая;Попова Анна')

    const answers = await Promise.all([1, 2, 3].map(() => office.change(draft.id, 'applied')))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(await total(office)).toBe(2)
  })

  test('of five thousand lines goes in, and its lines come page by page', async () => {
    const office = await openOffice()
    const syllables = 'абвгдежзик'
    const name = (index: number) => Array.from(String(index), (digit) => syllables[Number(digit)]).join('')
    const rows = Array.from(
      { length: 5000 },
      (_, i) => `Группа ${String(i % 100)};Иванов ${name(i)}ня;8912${String(3_000_000 + i)}`,
    )
    const draft = await office.text('Группа;Ребёнок;Телефон мамы', ...rows)

    expect(draft.counts).toMatchObject({ ready: 5000, bad: 0 })
    const page = (await office.ask('GET', `/api/imports/${draft.id}/lines?state=ready&after=101`)).json<{
      lines: ImportLine[]
      next: number
    }>()
    expect([page.lines.length, page.lines[0]?.line, page.next]).toEqual([100, 102, 201])
    await office.change(draft.id, 'applied')
    expect(await total(office)).toBe(5000)
  })
})
