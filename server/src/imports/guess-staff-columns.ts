import { type ColumnMeaning, nameKey } from '@kolosok/contract'
import type { Heading } from './guess-columns.ts'
import type { Table } from './parse-table.ts'

/** The first that fits. */
const TITLES: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [/рожд|возраст|№|примеч|адрес(?!.*почт)|снилс|пол$|дата|стаж|категор|образован/, 'ignored'],
  [/mail|почт/, 'email'],
  [/телефон|тел\.|(^|[\s,])тел$|моб|сотов/, 'phone'],
  [/должн/, 'position'],
  [/групп|класс/, 'groups'],
  [/^(?!.*(имя|фио)).*фамили/, 'family-name'],
  [/^имя(?!.*отчеств)/, 'given-name'],
  [/^отчеств/, 'patronymic'],
  [/фио|ф\.\s*и\.|фамили|имя|сотрудник|педагог|работник|воспитател/, 'person-name'],
]

/** What the columns of a list of staff hold: by what they are called, else by what is in them. */
export function guessStaffColumns(table: Table, { lines, titles }: Heading): ColumnMeaning[] {
  const taken = new Set<ColumnMeaning>()
  const once = (meaning: ColumnMeaning): ColumnMeaning => {
    if (taken.has(meaning)) return 'ignored'
    taken.add(meaning)
    return meaning
  }
  const isNamed = titles.some((title) => title !== '')
  return titles.map((title, index) => {
    const meaning = isNamed
      ? TITLES.find(([pattern]) => pattern.test(nameKey(title)))?.[1]
      : meaningOfCells(
          table.slice(lines).map((row) => row[index] ?? ''),
          taken,
        )
    return once(meaning ?? 'ignored')
  })
}

const MOST = 0.6

function meaningOfCells(cells: readonly string[], taken: ReadonlySet<ColumnMeaning>): ColumnMeaning {
  const filled = cells.filter((cell) => cell !== '')
  const share = (test: (cell: string) => boolean) => filled.filter(test).length / Math.max(filled.length, 1)
  if (share((cell) => cell.includes('@')) > MOST) return 'email'
  if (share((cell) => cell.replace(/\D/g, '').length >= 10) > MOST) return 'phone'
  if (share((cell) => /групп|класс|[«"]/i.test(cell)) > MOST) return 'groups'
  if (share((cell) => /^\p{Lu}[\p{L}-]+(\s+\p{Lu}[\p{L}.-]*){1,3}$/u.test(cell)) > MOST && !taken.has('person-name')) {
    return 'person-name'
  }
  return taken.has('person-name') && share((cell) => /\p{L}{4}/u.test(cell)) > MOST ? 'position' : 'ignored'
}
