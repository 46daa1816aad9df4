import {
  type ColumnMeaning,
  type GuardianContact,
  type ImportLine,
  type LineProblem,
  type LineState,
  nameKey,
  tidyName,
} from '@kolosok/contract'
import { phoneIn } from './phone-in.ts'
import type { Table } from './parse-table.ts'

export type Line = ImportLine & { readonly guardians: readonly GuardianContact[] }

export type Draft = {
  readonly cells: Table
  /** Lines of title and headings. */
  readonly headingLines: number
  readonly meanings: readonly ColumnMeaning[]
  readonly skipped: ReadonlySet<number>
  readonly namesakes: ReadonlySet<number>
}

/** What is there already: names of groups by `groupKey`, of their children by `nameKey`. */
export type Present = ReadonlyMap<
  string,
  {
    readonly name: string
    readonly isStaff: boolean
    /** The name of the group it lies in; empty at the top. */
    readonly parent: string
    readonly children: ReadonlySet<string>
  }
>

/** Quotes and spaces differ from line to line for whoever types a list; the group is the same. */
export const groupKey = (name: string): string => nameKey(name.replace(/["'«»„“”]/g, ' '))

/** «Ромашки» rather than "Ромашки". */
export const groupName = (name: string): string => tidyName(name).replace(/["„“]([^"„“”]+)["“”]/g, '«$1»')

export const MAX_NAME = 100
export const NOBODY = /^(нет|-+|—|–|не указан[ао]?|отсутствует|0)$/i
// Whole words too: «Директоренко Павел» and «Заведеева Анна» are children.
const ASIDE =
  /^(итого|всего|зав|заведующ(ая|ий)|директор|подпись|исполнитель|составил[аи]?|утвержда(ю|ем)|утвержден[аоы]?)(?!\p{L})|_{3,}/iu
// Whole words: «Старшинов Пётр» and «Среднев Иван» are children.
const GROUP_LINE =
  /(?<!\p{L})(групп\p{L}{0,3}|класс\p{L}{0,2}|ясли|ясельк?и|ясельн\p{L}+|(младш|старш)(ая|ие|ий)|средн(яя|ие|ий)|подготовительн\p{L}+|подготовишки)(?!\p{L})|«|"/iu

/** Line by line, what a list says of the children of an organization. */
export function understand(draft: Draft, present: Present): Line[] {
  const twins = createTwins()
  let section = ''
  return draft.cells.flatMap((cells, index): Line[] => {
    const filled = cells.filter((cell) => cell !== '')
    if (filled.length === 0) return []
    const aside = { line: index + 1, cells: [...cells], name: '', group: '', problems: [], guardians: [] }
    if (index < draft.headingLines) return [{ ...aside, state: 'aside' }]
    const [only = ''] = filled
    if (filled.length === 1 && cells.length > 1 && GROUP_LINE.test(only)) {
      section = groupName(only)
      return [{ ...aside, state: 'aside', group: section }]
    }
    const child = readChild(draft, cells, section)
    return [child ? { ...aside, ...decide(draft, present, twins, child, index + 1) } : { ...aside, state: 'aside' }]
  })
}

type Child = NonNullable<ReturnType<typeof readChild>>
type Twins = ReturnType<typeof createTwins>

/** What becomes of a child's line, beside those before it and those that are there. */
function decide(draft: Draft, present: Present, twins: Twins, { birthDate, ...child }: Child, line: number) {
  const group = groupKey(child.group)
  const key = `${group}\n${nameKey(child.name)}`
  const isNamesake = draft.namesakes.has(line)
  const isTwin = !isNamesake && twins.has(key, birthDate)
  const there = present.get(group)
  const problems = [
    ...child.problems,
    ...(there?.isStaff ? [problem(draft, 'group', 'group-of-staff')] : []),
    ...(isTwin ? [problem(draft, 'child-name', 'duplicate')] : []),
  ]
  const isThere = there?.children.has(nameKey(child.name)) ?? false
  const state = stateOf(problems, { isSkipped: draft.skipped.has(line), isThere, isNamesake })
  if (state === 'ready' && !isNamesake) twins.add(key, birthDate)
  return { ...child, problems, state }
}

/** Names that came already, with their birthdays: two birthdays are two children. */
function createTwins() {
  const seen = new Map<string, string[]>()
  return {
    has: (key: string, birthDate: string): boolean =>
      (seen.get(key) ?? []).some((other) => other === '' || birthDate === '' || other === birthDate),
    add: (key: string, birthDate: string): void => void seen.set(key, [...(seen.get(key) ?? []), birthDate]),
  }
}

type Fate = { readonly isSkipped: boolean; readonly isThere: boolean; readonly isNamesake: boolean }

export function stateOf(problems: readonly LineProblem[], { isSkipped, isThere, isNamesake }: Fate): LineState {
  if (isSkipped) return 'skipped'
  if (problems.some(({ isWarning }) => !isWarning)) return 'bad'
  return isThere && !isNamesake ? 'there' : 'ready'
}

/** Nothing where the line is a sum, a signature, or holds nobody. */
function readChild(draft: Draft, cells: readonly string[], section: string) {
  const value = (meaning: ColumnMeaning): string => tidyName(cells[draft.meanings.indexOf(meaning)] ?? '')
  const name = [value('child-name'), value('family-name'), value('given-name')].filter((part) => part !== '').join(' ')
  const guardians = (['mother', 'father'] as const).map((who) => readGuardian(draft, value, who))
  if (ASIDE.test(name)) return undefined
  if (name === '' && guardians.every(({ isEmpty }) => isEmpty)) return undefined
  const group = groupName(value('group') || section)
  return {
    name,
    group,
    birthDate: value('birth-date'),
    guardians: guardians.filter(({ isEmpty }) => !isEmpty).map(({ guardian }) => guardian),
    problems: [
      ...nameProblems(draft, name),
      ...groupProblems(draft, group),
      ...guardians.flatMap((guardian) => guardian.problems),
    ],
  }
}

export function nameProblems(
  draft: Draft,
  name: string,
  column: 'child-name' | 'person-name' = 'child-name',
): LineProblem[] {
  if (name === '') return [problem(draft, column, 'name-missing')]
  if (name.length > MAX_NAME) return [problem(draft, column, 'name-too-long')]
  const isName = /^[\p{L}\p{M}\s.'’()-]+$/u.test(name) && /\p{L}{2}/u.test(name) && !isMixed(name)
  return isName ? [] : [problem(draft, column, 'name-odd')]
}

/** Latin letters that look like Russian ones make two names of one. */
const isMixed = (name: string): boolean => /\p{Script=Cyrillic}/u.test(name) && /\p{Script=Latin}/u.test(name)

function groupProblems(draft: Draft, group: string): LineProblem[] {
  if (group === '') return [problem(draft, 'group', 'group-missing')]
  return group.length > MAX_NAME ? [problem(draft, 'group', 'group-too-long')] : []
}

function readGuardian(draft: Draft, value: (meaning: ColumnMeaning) => string, who: 'mother' | 'father') {
  const given = (meaning: ColumnMeaning) => (NOBODY.test(value(meaning)) ? '' : value(meaning))
  const [name, spelled, address] = [given(`${who}-name`), given(`${who}-phone`), given(`${who}-email`)]
  const phone = spelled === '' ? '' : phoneIn(spelled)
  const isAddress = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address)
  return {
    isEmpty: name === '' && spelled === '' && address === '',
    guardian: { name: name.slice(0, MAX_NAME), phone: phone ?? '', email: isAddress ? address : '' },
    problems: [
      ...(phone === null ? [problem(draft, `${who}-phone`, 'phone-odd', true)] : []),
      ...(address !== '' && !isAddress ? [problem(draft, `${who}-email`, 'email-odd', true)] : []),
    ],
  }
}

export function problem(
  draft: Draft,
  meaning: ColumnMeaning,
  code: LineProblem['code'],
  isWarning = false,
): LineProblem {
  const at = [meaning, 'family-name' as const]
    .map((wanted) => draft.meanings.indexOf(wanted))
    .find((index) => index >= 0)
  return { column: at ?? 0, code, isWarning }
}
