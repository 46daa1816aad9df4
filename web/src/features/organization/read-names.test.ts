import { childName } from '@kolosok/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import column from './test-data/children-column.txt?raw'
import { readLines, readNames } from './read-names.ts'

const named = (text: string, known?: string[]) =>
  readNames(text, known).map(({ name, verdict }) => `${verdict} ${name}`)

describe('a pasted list of children', () => {
  test.each([
    ['1. Иванов Ваня', 'add Иванов Ваня'],
    ['12) Иванов Ваня', 'add Иванов Ваня'],
    ['№ 3 Иванов Ваня', 'add Иванов Ваня'],
    ['- Иванов Ваня', 'add Иванов Ваня'],
    ['7\tИванов Ваня\t12.05.2021\tИванова Ольга', 'add Иванов Ваня'],
    ['Иванов\u00a0\u200bВаня ', 'add Иванов Ваня'],
    ['  Волков  Юрий ', 'add Волков Юрий'],
    ['Иванов Ваня 12.05.2021', 'add Иванов Ваня'],
    ['Иванов Ваня (с октября)', 'add Иванов Ваня'],
    ['Салтыкова-Щедрина Ия', 'add Салтыкова-Щедрина Ия'],
    ['Ваня И.', 'add Ваня И.'],
    ['Фамилия, имя ребёнка', 'heading Фамилия, имя ребёнка'],
    ['Ф.И.О.', 'heading Ф.И.О.'],
    ['Ясельная группа «Капельки»', 'heading Ясельная группа «Капельки»'],
    ['Итого:', 'heading Итого:'],
    ['12.05.2021', 'no-letters 12.05.2021'],
    ['279', 'no-letters 279'],
  ])('%j → %s', (line, understood) => {
    expect(named(line)).toEqual([understood])
  })

  test('empty lines say nothing, and the others keep their numbers', () => {
    expect(readNames('\r\n\r\nИванов Ваня\r\n   \r\nПетрова Оля').map((row) => row.line)).toEqual([3, 5])
  })

  test('who is there already or comes twice is recognised, whatever the case and ё', () => {
    expect(named('Фёдоров Лев\nфедоров лев\nИванов Ваня', ['ИВАНОВ  ВАНЯ'])).toEqual([
      'add Фёдоров Лев',
      'twice федоров лев',
      'there Иванов Ваня',
    ])
  })

  test('the column of a real list: every child, and nothing that is none', () => {
    const rows = readNames(column)
    const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length

    expect(rows.filter((row) => row.verdict === 'heading').map((row) => row.name)).toEqual([
      'Фамилия, имя ребёнка',
      'Итого:',
      'Заведующий ________________',
    ])
    expect(count('add') + count('twice')).toBe(279)
    expect(count('no-letters') + count('too-long') + count('there')).toBe(0)
  })

  test('whatever is pasted: what would be added is what the server takes, each name once', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }),
      fc.constantFrom('1. Иванов Ваня', 'иванов ваня', '\t', '12', '«', 'Петрова Оля\t5'),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const added = readNames(lines.join('\n')).filter((row) => row.verdict === 'add')
        for (const { name } of added) expect(childName.parse(name)).toBe(name)
        const again = readNames(added.map((row) => row.name).join('\n'))
        expect(again.every((row) => row.verdict !== 'twice')).toBe(true)
      }),
    )
  })
})

test('a pasted list of groups keeps digits and quotes of the names', () => {
  expect(readLines('1. Ясельная «Капельки»\n\n2 младшая «Ромашки»\t24\n').map((row) => row.name)).toEqual([
    'Ясельная «Капельки»',
    '2 младшая «Ромашки»',
  ])
})
