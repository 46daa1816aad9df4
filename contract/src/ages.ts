import { nameKey } from './names.ts'

/** The ages of a kindergarten, each followed by the next; whoever writes something else may. */
export const kindergartenAges = ['ясельная', 'младшая', 'средняя', 'старшая', 'подготовительная'] as const

/** «1 класс» to «11 класс». */
export const LAST_CLASS = 11
const FIRST_SCHOOL_YEAR = 7
const YEARS = /(\d)\s*(?:[-–—]|до)\s*(\d)\s*(?:год|лет)/u
const CLASS = /^(\d{1,2})(?=$|[^\d])/u

const STEPS: readonly (readonly [RegExp, string])[] = [
  [/^ясел|^ясли/u, 'младшая'],
  [/^(перв|1|i(?!i)).*младш/u, 'вторая младшая'],
  [/младш/u, 'средняя'],
  [/^средн/u, 'старшая'],
  [/^старш/u, 'подготовительная'],
]

export const GRADUATES = 'graduates'

/** What an age is followed by after a year, or `GRADUATES`; null where nobody can tell: «разновозрастная», or nothing. */
export function followingAge(age: string): string | null {
  const key = nameKey(age)
  if (key.startsWith('подготов')) return GRADUATES
  const step = STEPS.find(([pattern]) => pattern.test(key))
  if (step) return step[1]
  const years = YEARS.exec(key)
  if (years) return nextYears(Number(years[2]))
  const klass = key.includes('класс') ? CLASS.exec(key) : null
  if (!klass) return null
  return Number(klass[1]) >= LAST_CLASS ? GRADUATES : `${String(Number(klass[1]) + 1)} класс`
}

function nextYears(end: number): string {
  if (end >= FIRST_SCHOOL_YEAR) return GRADUATES
  return `${String(end)}–${String(end + 1)} ${end + 1 < 5 ? 'года' : 'лет'}`
}

const BY_NAME = [
  [/(?<!\p{L})(ясельн\p{L}+|ясли|ясельк?и)(?!\p{L})/iu, 'ясельная'],
  [/(?<![\p{L}\d])(первая|1(-?а?я)?|I)\s+младшая(?!\p{L})/iu, 'первая младшая'],
  [/(?<![\p{L}\d])(вторая|2(-?а?я)?|II)\s+младшая(?!\p{L})/iu, 'вторая младшая'],
  [/(?<!\p{L})младш(ая|ие|ий|ей)(?!\p{L})/iu, 'младшая'],
  [/(?<!\p{L})средн(яя|ие|ий|ей)(?!\p{L})/iu, 'средняя'],
  [/(?<!\p{L})(подготовительн\p{L}+|подготовишки)(?!\p{L})/iu, 'подготовительная'],
  [/(?<!\p{L})старш(ая|ие|ий|ей)(?!\p{L})/iu, 'старшая'],
] as const
const KLASS_NAME = /^(\d{1,2})(\s*(?:-?\s*[«"]?[а-яё][»"]?(?!\p{L})|-?й?\s*класс))/iu

/** «Старшая группа „Звёздочки“» and «5 „Б“» say their age themselves; others stay without. */
export function guessAge(groupName: string): string {
  const name = groupName.trim()
  // First by words: «1-я младшая» is no first class.
  const said = BY_NAME.find(([pattern]) => pattern.test(name))?.[1]
  const klass = KLASS_NAME.exec(name)
  return said ?? (klass ? `${klass[1] ?? ''} класс` : '')
}

/** What a group is called a year later: where its name says the age, it says the next one; else it stays. */
export function nameAfterYear(groupName: string, ageAfter: string): string {
  const klass = KLASS_NAME.exec(groupName.trim())
  const number = /^\d{1,2}(?= класс)/u.exec(ageAfter)?.[0]
  if (klass && number) return groupName.trim().replace(/^\d{1,2}/u, number)
  const [said] = BY_NAME.find(([pattern]) => pattern.test(groupName)) ?? []
  const found = said?.exec(groupName)?.[0]
  if (!found || !/^\p{L}[\p{L} ]*$/u.test(ageAfter)) return groupName
  return groupName.replace(found, inItsWay(found, ageAfter, groupName.startsWith(found)))
}

/** «1-я младшая» becomes «2-я младшая»; a capital stays one, and a numeral at the beginning makes one. */
function inItsWay(found: string, age: string, isFirst: boolean): string {
  if (found.startsWith('1') && age === 'вторая младшая') return found.replace('1', '2')
  const isCapital = /^\p{Lu}/u.test(found) || (isFirst && /^\d/u.test(found))
  return isCapital ? age.slice(0, 1).toLocaleUpperCase('ru') + age.slice(1) : age
}
