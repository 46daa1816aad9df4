import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findHeading, guessColumns } from './guess-columns.ts'
import { parseTable } from './parse-table.ts'
import { groupKey, type Line, understand } from './understand.ts'

const limits = { lines: 6000, columns: 60 }
const data = join(import.meta.dirname, '../../test/data')

async function read(
  bytes: Uint8Array,
  namesakes: readonly number[] = [],
): Promise<{ titles: string[]; lines: Line[] }> {
  const cells = await parseTable({ bytes, isWorkbook: bytes[0] === 0x50 }, limits)
  if (typeof cells === 'string') throw new Error(cells)
  const heading = findHeading(cells)
  const draft = {
    cells,
    headingLines: heading.lines,
    meanings: guessColumns(cells, heading),
    skipped: new Set<number>(),
  }
  const lines = understand({ ...draft, namesakes: new Set(namesakes) }, new Map())
  return { titles: heading.titles.map((title, index) => `${title} → ${draft.meanings[index] ?? ''}`), lines }
}

const text = (...rows: string[]) => read(Buffer.from(rows.join('\n')))
const states = (lines: readonly Line[]) => lines.map(({ state }) => state)

describe('a list as kindergartens have it', () => {
  test('with titles, merged headings, group lines, a sum and a signature goes in without being tidied', async () => {
    const { titles, lines } = await read(await readFile(join(data, 'children.xlsx')))

    expect(titles).toEqual([
      '№ п/п → ignored',
      'Фамилия, имя ребёнка → child-name',
      'Дата рождения → birth-date',
      'Группа → group',
      'Примечание → ignored',
      'Мать (законный представитель), ФИО → mother-name',
      'Мать (законный представитель), Телефон → mother-phone',
      'Отец (законный представитель), ФИО → father-name',
      'Отец (законный представитель), Телефон → father-phone',
    ])
    const ready = lines.filter(({ state }) => state === 'ready')
    expect(ready).toHaveLength(279)
    expect(new Set(ready.map(({ group }) => groupKey(group))).size).toBe(12)
    expect(new Set(states(lines))).toEqual(new Set(['aside', 'ready']))
  })

  test('children whose names begin like a signature are children', async () => {
    const names = ['Директоренко Павел', 'Заведеева Анна', 'Всеготов Лев']
    const { lines } = await text('Группа;Ребёнок', ...names.map((name) => `Гномики;${name}`), 'Гномики;Заведующая ____')

    expect(lines.filter(({ state }) => state === 'ready').map(({ name }) => name)).toEqual(names)
  })

  test('reads phones in every spelling, and names by line and column what is none', async () => {
    const { lines } = await read(await readFile(join(data, 'children.xlsx')))

    expect(lines.find(({ line }) => line === 6)?.guardians).toEqual([
      { name: 'Ёлкина Дарья Сергеевна', phone: '+79744602037', email: '' },
      { name: 'Ёлкин Фёдор Иванович', phone: '+79658015764', email: '' },
    ])
    const odd = lines.filter(({ problems }) => problems.length > 0)
    expect(odd.map(({ line, problems }) => [line, problems])).toEqual([
      [68, [{ column: 6, code: 'phone-odd', isWarning: true }]],
      [132, [{ column: 6, code: 'phone-odd', isWarning: true }]],
      [196, [{ column: 6, code: 'phone-odd', isWarning: true }]],
      [259, [{ column: 6, code: 'phone-odd', isWarning: true }]],
    ])
  })

  test('from an accounting program, in its old encoding, says the same', async () => {
    const [sheet, csv] = await Promise.all(
      ['children.xlsx', 'children-1251.csv'].map(async (name) => read(await readFile(join(data, name)))),
    )
    const children = (lines: readonly Line[] = []) =>
      lines.filter(({ state }) => state === 'ready').map(({ name, group, guardians }) => ({ name, group, guardians }))

    expect(children(csv?.lines)).toEqual(children(sheet?.lines))
  })

  test('without any headings is understood by what the columns hold', async () => {
    const rows = ['Зуев Лев', 'Попова Анна', 'Титов Артём'].map(
      (name, i) => `${name}\t8 912 345-67-8${String(i)}\tмама@x.ru`,
    )

    expect((await text(...rows)).titles).toEqual([' → child-name', ' → mother-phone', ' → mother-email'])
  })

  test('pasted as one column of names needs a group only', async () => {
    const { lines } = await text('Зуев Лев', 'Попова Анна')

    expect(states(lines)).toEqual(['bad', 'bad'])
    expect(lines[0]?.problems).toEqual([{ column: 0, code: 'group-missing', isWarning: false }])
  })
})

describe('a line', () => {
  const heading = 'Группа;Ребёнок;Дата рождения;Телефон мамы'

  test('that says the same twice has to be decided, unless the birthdays differ', async () => {
    const twice = ['Старшая;Титов Артём;01.02.2020;', 'Старшая; ТИТОВ  Артем;;', 'Старшая;Титов Артём;03.04.2020;']
    const { lines } = await text(heading, ...twice)

    expect(states(lines)).toEqual(['aside', 'ready', 'bad', 'ready'])
    expect(lines[2]?.problems).toEqual([{ column: 1, code: 'duplicate', isWarning: false }])
    expect(states((await read(Buffer.from([heading, ...twice].join('\n')), [3])).lines)).not.toContain('bad')
  })

  test('that names a group stands above its children; a name that only begins like one is a child', async () => {
    const { lines } = await text(
      'Ребёнок;Телефон мамы',
      'Старшая группа «Звёзды»;',
      'Зуев Лев;89123456789',
      'Старшинов Пётр;',
      'Попова Анна;89123456780',
    )

    expect(states(lines)).toEqual(['aside', 'aside', 'ready', 'ready', 'ready'])
    expect(new Set(lines.slice(2).map(({ group }) => group))).toEqual(new Set(['Старшая группа «Звёзды»']))
  })

  test('with «нет» for a phone has none, and with two has the first', async () => {
    const { lines } = await text(
      heading,
      'Старшая;Зуев Лев;;нет',
      'Старшая;Попова Анна;;8(912)3456789, 8 900 111-22-33',
    )

    expect(lines.slice(1).map(({ guardians }) => guardians.map(({ phone }) => phone))).toEqual([[], ['+79123456789']])
  })

  test('with a formula, a script, marks that turn writing round or an endless name is refused by its cell', async () => {
    const { lines } = await read(await readFile(join(data, 'hostile/formulas.csv')))

    expect(states(lines)).toEqual(['aside', 'bad', 'bad', 'bad'])
    expect(lines.slice(1).map(({ problems }) => problems[0]?.code)).toEqual(['name-odd', 'name-odd', 'name-too-long'])
  })

  test('with Latin letters among Russian ones is refused: it would be another name', async () => {
    const { lines } = await text(heading, 'Старшая;Зyев Лев;;')

    expect(lines[1]?.problems[0]?.code).toBe('name-odd')
  })

  test('of a group spelled with other quotes belongs to the same group', () => {
    expect(groupKey('Старшая  группа "Звёздочки"')).toBe(groupKey('старшая группа «Звездочки»'))
  })
})

describe('a file', () => {
  test('that is no list is refused, each with its reason', async () => {
    const parse = (content: string, isWorkbook = false) =>
      parseTable({ bytes: Buffer.from(content), isWorkbook }, limits)

    expect(await parse('PK\u0003\u0004 not a sheet', true)).toBe('table-unreadable')
    expect(await parse('\n;;\n')).toBe('table-empty')
    expect(await parse('Зуев\n'.repeat(6001))).toBe('table-too-long')
    expect(await parse(`Зуев${';1'.repeat(60)}`)).toBe('table-too-wide')
    expect(await parse(`${'x'.repeat(900)}\n`.repeat(5000))).toBe('table-too-heavy')
  })

  test('whose cells were made to be slow to read is read at once all the same', async () => {
    const numbers = '89,'.repeat(300)
    const address = `a@${'.'.repeat(800)} b`
    const rows = Array.from({ length: 1000 }, () => `Старшая;Зуев Лев;${numbers};${address}`)
    const began = performance.now()
    await text('Группа;Ребёнок;Телефон мамы;Почта мамы', ...rows)
    expect(performance.now() - began).toBeLessThan(15_000)
  })

  test('that is an archive is unpacked only where it was found to be a workbook', async () => {
    const bytes = await readFile(join(data, 'children.xlsx'))

    expect(await parseTable({ bytes, isWorkbook: false }, limits)).toBe('table-unreadable')
  })
})
