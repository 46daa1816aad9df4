import { type ColumnMeaning, type ImportLine, type LineProblem, nameKey, tidyName } from '@kolosok/contract'
import { phoneIn } from './phone-in.ts'
import { type Draft, groupKey, groupName, MAX_NAME, nameProblems, NOBODY, problem, stateOf } from './understand.ts'

type Colleague = {
  readonly position: string
  readonly groups: readonly string[]
  readonly phone: string
  readonly email: string
}
export type StaffLine = ImportLine & { readonly colleague: Colleague }

/** Who is there already or has been invited: names by `nameKey`, numbers in E.164. */
export type PresentStaff = { readonly names: ReadonlySet<string>; readonly phones: ReadonlySet<string> }

const MAX_POSITION = 80
const NOT_STAFF = /^(итого|всего|подпись|исполнитель|составил|утвержд)|_{3,}/i
const nobody: Colleague = { position: '', groups: [], phone: '', email: '' }

/** Line by line, what a list says of the staff of an organization. */
export function understandStaff(draft: Draft, present: PresentStaff): StaffLine[] {
  const seen = new Map<string, string[]>()
  return draft.cells.flatMap((cells, index): StaffLine[] => {
    if (cells.every((cell) => cell === '')) return []
    const aside = { line: index + 1, cells: [...cells], name: '', group: '', problems: [], colleague: nobody }
    const found = index < draft.headingLines ? undefined : readColleague(draft, cells)
    if (!found) return [{ ...aside, state: 'aside' }]
    const { name, colleague } = found
    const key = nameKey(name)
    const isNamesake = draft.namesakes.has(index + 1)
    // The same name with another number is another person.
    const isTwin =
      !isNamesake &&
      (seen.get(key) ?? []).some((phone) => [phone, colleague.phone].includes('') || phone === colleague.phone)
    const problems = [...found.problems, ...(isTwin ? [problem(draft, 'person-name', 'duplicate')] : [])]
    const isThere = present.names.has(key) || (colleague.phone !== '' && present.phones.has(colleague.phone))
    const state = stateOf(problems, { isSkipped: draft.skipped.has(index + 1), isThere, isNamesake })
    if (state === 'ready') seen.set(key, [...(seen.get(key) ?? []), colleague.phone])
    const group = [colleague.position, colleague.groups.join(', ')].filter((part) => part !== '').join(' · ')
    return [{ ...aside, name, group, problems, colleague, state }]
  })
}

/** Nothing where the line is a sum or a signature, or names nobody. */
function readColleague(draft: Draft, cells: readonly string[]) {
  const value = (meaning: ColumnMeaning): string => tidyName(cells[draft.meanings.indexOf(meaning)] ?? '')
  const given = (meaning: ColumnMeaning): string => (NOBODY.test(value(meaning)) ? '' : value(meaning))
  const name = (['person-name', 'family-name', 'given-name', 'patronymic'] as const)
    .map(value)
    .filter((part) => part !== '')
    .join(' ')
  const contact = readContact(draft, given('phone'), given('email'))
  if (NOT_STAFF.test(name) || (name === '' && contact.isEmpty)) return undefined
  const position = lowerFirst(given('position'))
  const groups = groupsIn(given('groups'))
  const problems: LineProblem[] = [
    ...nameProblems(draft, name, 'person-name'),
    ...(position.length > MAX_POSITION ? [problem(draft, 'position', 'position-too-long')] : []),
    ...(groups.some((group) => group.length > MAX_NAME) ? [problem(draft, 'groups', 'group-too-long')] : []),
    ...contact.problems,
  ]
  return { name, problems, colleague: { position, groups, phone: contact.phone, email: contact.email } }
}

/** Whoever can't be reached comes in all the same: a link can be handed over. */
function readContact(draft: Draft, spelled: string, address: string) {
  const phone = spelled === '' ? '' : phoneIn(spelled)
  const isAddress = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address)
  const isEmpty = spelled === '' && address === ''
  return {
    isEmpty,
    phone: phone ?? '',
    email: isAddress ? address : '',
    problems: [
      ...(phone === null ? [problem(draft, 'phone', 'phone-odd', true)] : []),
      ...(address !== '' && !isAddress ? [problem(draft, 'email', 'email-odd', true)] : []),
      ...(isEmpty ? [problem(draft, 'phone', 'contact-missing', true)] : []),
    ],
  }
}

/** Several in one cell, by comma; the same one twice is one. */
function groupsIn(cell: string): string[] {
  const names = cell.split(/[,;\n]/).map(groupName)
  return [...new Map(names.filter((name) => name !== '').map((name) => [groupKey(name), name])).values()]
}

/** «Воспитатель» begins a cell, not a name; «ПДО» stays. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLocaleLowerCase('ru') + text.slice(1) : text
