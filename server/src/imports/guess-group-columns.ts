import { type ColumnMeaning, nameKey } from '@kolosok/contract'
import type { Heading } from './guess-columns.ts'
import type { Table } from './parse-table.ts'

/** What stands above the columns of a list of groups: whole words, for the groups themselves hold the same ones. */
const TITLE =
  /^(№|n|п\/п|(полное |краткое )?(название|наименование)( групп\p{L}*| класс\p{L}*)?|групп[аы]|класс[ы]?|возраст\p{L}*( групп\p{L}*| дет\p{L}*)?|(вид|тип)( групп\p{L}*)?|направленность( групп\p{L}*)?|(основная |образовательная |реализуемая )*программа( обучения)?|(корпус|здание|отделение|подразделение)|входит в.*|воспитател\p{L}+|педагоги?|руководител\p{L}+|(кол-во|количество|число).*|параллель)$/u

export const isGroupTitle = (cell: string): boolean => TITLE.test(nameKey(cell).replace(/№.*/u, '№'))

/** The first that fits. */
const TITLES: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [/№|^n$|п\/п|воспитател|педагог|руководител|кол-во|количество|число|направленн/u, 'ignored'],
  [/возраст|параллель/u, 'age'],
  [/^вид|^тип/u, 'group-kind'],
  [/програм/u, 'programme'],
  [/корпус|здание|отделение|подразделение|входит/u, 'parent-group'],
  [/групп|класс|назван|наименован/u, 'group'],
]

/** What the columns of a list of groups hold: by what they are called, else by what is in them. */
export function guessGroupColumns(table: Table, { lines, titles }: Heading): ColumnMeaning[] {
  const taken = new Set<ColumnMeaning>()
  const once = (meaning: ColumnMeaning): ColumnMeaning => {
    if (taken.has(meaning)) return 'ignored'
    taken.add(meaning)
    return meaning
  }
  const isNamed = titles.some((title) => title !== '')
  return titles.map((title, index) => {
    const cells = table.slice(lines).map((row) => row[index] ?? '')
    const meaning = isNamed ? TITLES.find(([pattern]) => pattern.test(nameKey(title)))?.[1] : meaningOf(cells, taken)
    return once(meaning ?? 'ignored')
  })
}

const MOST = 0.6
const AGE =
  /^(ясел|ясли|.{0,8}младш|средн|старш|подготов|разновозраст)\p{L}*$|\d\s*[-–—]\s*\d\s*(год|лет)|^\d{1,2}\s*класс$/iu

function meaningOf(cells: readonly string[], taken: ReadonlySet<ColumnMeaning>): ColumnMeaning {
  const filled = cells.filter((cell) => cell !== '')
  const share = (test: (cell: string) => boolean) => filled.filter(test).length / Math.max(filled.length, 1)
  if (share((cell) => /\p{L}/u.test(cell) || /^\d{1,2}\s*\p{L}/u.test(cell)) <= MOST) return 'ignored'
  if (taken.has('group') && share((cell) => AGE.test(cell)) > MOST) return 'age'
  if (share((cell) => /програм/iu.test(cell)) > MOST) return 'programme'
  // The names of groups differ; buildings, kinds and programmes repeat.
  return !taken.has('group') && new Set(filled).size > filled.length / 2 ? 'group' : 'ignored'
}
