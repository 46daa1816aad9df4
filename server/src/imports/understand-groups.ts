import { type ColumnMeaning, guessAge, type ImportLine, type LineProblem, type madeGroupKind } from '@kolosok/contract'
import { groupPlacesIn, type Placed } from './group-places.ts'
import { type Draft, groupKey, groupName, MAX_NAME, type Present, problem, stateOf } from './understand.ts'

type Kind = (typeof madeGroupKind.options)[number]
type Details = { readonly age: string; readonly kind: Kind; readonly programme: string; readonly parent: string }
export type GroupLine = ImportLine & { readonly details: Details }

const MAX_AGE = 60
const MAX_PROGRAMME = 200
const NO_GROUP =
  /^(итого|всего|подпись|исполнитель|составил[аи]?|утвержда(ю|ем)|заведующ(ая|ий)|директор)(?!\p{L})|_{3,}/iu
const BUILDING = /(?<!\p{L})(корпус|здание|отделение|площадка|подразделение)(?!\p{L})/iu
const nothing: Details = { age: '', kind: 'class', programme: '', parent: '' }

/** Line by line, what a list says of the groups of an organization. */
export function understandGroups(draft: Draft, present: Present): GroupLine[] {
  let building = ''
  const read = draft.cells.flatMap((cells, index): GroupLine[] => {
    const filled = cells.filter((cell) => cell !== '')
    if (filled.length === 0) return []
    const aside = { line: index + 1, cells: [...cells], name: '', group: '', problems: [], details: nothing }
    if (index < draft.headingLines) return [{ ...aside, state: 'aside' }]
    const [only = ''] = filled
    if (filled.length === 1 && cells.length > 1 && BUILDING.test(only)) {
      building = groupName(only)
      return [{ ...aside, state: 'aside', group: building }]
    }
    const found = readGroup(draft, cells, building)
    return [{ ...aside, ...found, state: found ? 'ready' : 'aside' }]
  })
  return decide(draft, present, read)
}

/** What becomes of each line, beside the others and what is there. */
function decide(draft: Draft, present: Present, read: readonly GroupLine[]): GroupLine[] {
  const isIn = ({ state, line }: GroupLine) => state === 'ready' && !draft.skipped.has(line)
  const placed: Placed[] = read.filter(isIn).map(({ name, details }) => ({ name, parent: details.parent }))
  const faults = groupPlacesIn(placed, present)
  const seen = new Set<string>()
  return read.map((one) => {
    if (one.state !== 'ready') return one
    const key = groupKey(one.name)
    const isThere = present.has(key)
    const fault = isThere ? undefined : faults.get(key)
    const problems = [
      ...one.problems,
      ...(seen.has(key) ? [problem(draft, 'group', 'group-twice')] : []),
      ...(fault ? [problem(draft, 'parent-group', fault)] : []),
    ]
    const isSkipped = draft.skipped.has(one.line)
    if (!isSkipped) seen.add(key)
    return { ...one, problems, state: stateOf(problems, { isSkipped, isThere, isNamesake: false }) }
  })
}

/** Nothing where the line is a sum or a signature, or names no group. */
function readGroup(draft: Draft, cells: readonly string[], building: string) {
  const value = (meaning: ColumnMeaning): string => groupName(cells[draft.meanings.indexOf(meaning)] ?? '')
  const name = value('group')
  const said = (['group', 'age', 'programme', 'group-kind'] as const).map(value)
  const first = cells.find((cell) => cell !== '') ?? ''
  if (NO_GROUP.test(name) || NO_GROUP.test(first) || said.every((part) => part === '')) return undefined
  const details = {
    age: value('age') || guessAge(name),
    kind: kindOf(value('group-kind') || name),
    programme: value('programme'),
    parent: value('parent-group') || building,
  }
  const { age, programme, parent } = details
  const problems = [
    ...nameProblems(draft, 'group', name),
    ...(parent === '' ? [] : nameProblems(draft, 'parent-group', parent)),
    ...(age.length > MAX_AGE ? [problem(draft, 'age', 'age-too-long')] : []),
    ...(programme.length > MAX_PROGRAMME ? [problem(draft, 'programme', 'programme-too-long')] : []),
  ]
  return { name, group: [age, programme, parent].filter((part) => part !== '').join(' · '), problems, details }
}

function nameProblems(draft: Draft, column: 'group' | 'parent-group', name: string): LineProblem[] {
  if (name === '') return [problem(draft, column, 'group-missing')]
  if (name.length > MAX_NAME) return [problem(draft, column, 'group-too-long')]
  return /\p{L}/u.test(name) ? [] : [problem(draft, column, 'group-odd')]
}

function kindOf(said: string): Kind {
  if (/(?<!\p{L})(круж|секци|студи|клуб|доп\.|дополнительн)/iu.test(said)) return 'club'
  return /(?<!\p{L})(комитет|родительск|актив(?!н))/iu.test(said) ? 'committee' : 'class'
}
