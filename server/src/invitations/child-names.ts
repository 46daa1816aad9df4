import { incline } from 'lvovich'

const SURNAME = /(?:[оеё]ва?|[иы]на?|[сц]кий|[сц]кая|ой|ко|[ую]к|ян|дзе|швили|[иы]х|ец)$/iu
const PATRONYMIC = /(?:вич|ьич|мич|вна|чна|оглы|кызы)$/iu
/** Given names that end like surnames. */
const GIVEN = new Set(
  (
    'аделина алевтина алина альбина амина ангелина антонина арина валентина василина галина дарина дина ева ' +
    'екатерина злата зина ирина камилла карина каролина кристина лина мадина марина медина нина полина регина рина ' +
    'сабина тина фаина эвелина элина ' +
    'амин вова демьян емельян касьян константин лев лева лёва лукьян мартин севастьян эмин яков ян'
  ).split(' '),
)

const isGiven = (word: string) => GIVEN.has(word.toLowerCase()) || !SURNAME.test(word)

/**
 * The given name in what a teacher wrote, in whichever order. Null when nobody can tell: rather no name
 * on paper than a surname.
 */
export function findGivenName(name: string): string | null {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && !word.endsWith('.') && !/^\p{L}$/u.test(word))
  const [one, two] = words
  if (one === undefined || words.length > 3) return null
  if (two === undefined) return name.trim() === one || isGiven(one) ? one : null
  const patronymic = words.findIndex((word) => PATRONYMIC.test(word))
  if (patronymic > 0) return words[patronymic - 1] ?? null
  if (words.length === 3 || isGiven(one) === isGiven(two)) return null
  return isGiven(one) ? one : two
}

/** What the outside of a slip shows: enough to hand it to the right family, no surname. */
export function slipName(name: string): string {
  const given = findGivenName(name)
  const words = name.trim().split(/\s+/)
  const initials = words.map((word) => `${(word[0] ?? '').toUpperCase()}.`)
  if (given === null) return initials.join(' ')
  const rest = words.find((word) => word !== given && !PATRONYMIC.test(word))
  return rest === undefined ? given : `${given} ${(rest[0] ?? '').toUpperCase()}.`
}

/** «Вани» for «мама Вани»; null when the given name can't be told. */
export function genitiveOf(name: string): string | null {
  const given = findGivenName(name)
  if (given === null) return null
  if (/[гкхжшщч]а$/iu.test(given)) return `${given.slice(0, -1)}и`
  if (/а$/iu.test(given)) return `${given.slice(0, -1)}ы`
  if (/я$/iu.test(given)) return `${given.slice(0, -1)}и`
  const inclined = incline({ first: given }, 'genitive').first ?? given
  return inclined === given && /ь$/iu.test(given) ? `${given.slice(0, -1)}и` : inclined
}
