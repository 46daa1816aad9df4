import type { ColumnMeaning } from '@kolosok/contract'
import { nameKey } from '@kolosok/contract'
import type { Table } from './parse-table.ts'

export type Heading = {
  /** Lines above the first child, counted from 0; everything before is title and headings. */
  readonly lines: number
  readonly titles: readonly string[]
}

const TALLEST_HEADING = 20
const ABOVE_SEVERAL = /мат(ь|ер)|мам|отец|отц|пап|родител|представител|законн/
const KNOWN =
  /групп|класс|реб[её]н|воспитанник|фио|ф\.\s*и\.\s*о|фамили|^имя|отчество|телефон|мобильн|почт|mail|рожд|№|примеч|должн|сотрудник/

const isTitle = (cell: string): boolean => KNOWN.test(nameKey(cell))

/** Where the headings end and what each column is called, with what stands above several columns at once. */
export function findHeading(table: Table, isKnown = isTitle): Heading {
  const width = table[0]?.length ?? 0
  const known = table.slice(0, TALLEST_HEADING).map((row) => row.filter((cell) => isKnown(cell)).length)
  const best = known.indexOf(Math.max(...known, 0))
  const cells = table[best] ?? []
  const isHeading = (known[best] ?? 0) >= 2 || (known[best] === 1 && cells.filter((cell) => cell !== '').length === 1)
  if (!isHeading) return { lines: 0, titles: Array.from({ length: width }, () => '') }
  const above = spread(table[best - 1] ?? [])
  const titles = cells.map((cell, index) => [above[index] ?? '', cell].filter((part) => part !== '').join(', '))
  return { lines: best + 1, titles }
}

/** A merged cell keeps its text in the first column only. */
function spread(row: readonly string[]): string[] {
  if (!row.some((cell) => ABOVE_SEVERAL.test(nameKey(cell)))) return []
  let current = ''
  return row.map((cell) => (current = cell === '' ? current : cell))
}

/** What the columns hold, by what they are called; by what is in them where nothing is said. */
export function guessColumns(table: Table, { lines, titles }: Heading): ColumnMeaning[] {
  const width = table[0]?.length ?? 0
  const taken = new Set<ColumnMeaning>()
  const once = (meaning: ColumnMeaning): ColumnMeaning => {
    if (meaning === 'ignored' || taken.has(meaning)) return 'ignored'
    taken.add(meaning)
    return meaning
  }
  if (titles.some((title) => title !== '')) return titles.map((title) => once(meaningOf(nameKey(title), taken)))
  const columns = Array.from({ length: width }, (_, index) => table.slice(lines).map((row) => row[index] ?? ''))
  return columns.map((cells) => once(meaningOfCells(cells, taken)))
}

function meaningOf(title: string, taken: ReadonlySet<ColumnMeaning>): ColumnMeaning {
  const parent = parentOf(title, taken)
  if (parent) return `${parent}-${contactOf(title) ?? 'name'}`
  const contact = contactOf(title)
  if (contact) return taken.has(`mother-${contact}`) ? `father-${contact}` : `mother-${contact}`
  return TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? 'ignored'
}

/** The first that fits: «дата» is nothing, «дата рождения» is. */
const TITLES: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [/рожд/, 'birth-date'],
  [/возраст|№|примеч|адрес|снилс|пол$|дата/, 'ignored'],
  [/групп|класс/, 'group'],
  [/^(?!.*(имя|фио)).*фамили/, 'family-name'],
  [/^имя/, 'given-name'],
  [/ребен|воспитанник|обучающ|ученик|фио|ф\.\s*и\.|фамили/, 'child-name'],
]

function parentOf(title: string, taken: ReadonlySet<ColumnMeaning>): 'mother' | 'father' | undefined {
  if (/мат(ь|ер)|мам/.test(title)) return 'mother'
  if (/отец|отц|пап/.test(title)) return 'father'
  if (!/родител|представител|законн/.test(title)) return undefined
  return taken.has(`mother-${contactOf(title) ?? 'name'}`) ? 'father' : 'mother'
}

function contactOf(title: string): 'phone' | 'email' | undefined {
  if (/телефон|тел\.|(^|[\s,])тел$|моб|сотов/.test(title)) return 'phone'
  return /mail|почт/.test(title) ? 'email' : undefined
}

const MOST = 0.6

function meaningOfCells(cells: readonly string[], taken: ReadonlySet<ColumnMeaning>): ColumnMeaning {
  const filled = cells.filter((cell) => cell !== '')
  const share = (test: (cell: string) => boolean) => filled.filter(test).length / Math.max(filled.length, 1)
  if (share((cell) => cell.includes('@')) > MOST) return taken.has('mother-email') ? 'father-email' : 'mother-email'
  if (share((cell) => cell.replace(/\D/g, '').length >= 10) > MOST) {
    return taken.has('mother-phone') ? 'father-phone' : 'mother-phone'
  }
  if (share((cell) => /^\p{L}[\p{L}-]+\s+\p{L}/u.test(cell)) <= MOST) return 'ignored'
  // The names of children differ, those of groups repeat.
  if (filled.length > 5 && new Set(filled).size < filled.length / 3) return 'group'
  return taken.has('child-name') ? 'mother-name' : 'child-name'
}
