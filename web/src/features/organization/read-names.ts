import { nameKey, tidyName } from '@kolosok/contract'

/** What becomes of one pasted line. */
export type NameRow = {
  /** As counted in the field where it was pasted, from 1. */
  readonly line: number
  readonly name: string
  readonly verdict: 'add' | 'there' | 'twice' | 'heading' | 'no-letters' | 'too-long'
}

const MAX = 100
const NUMBERING = /^(?:№\s*)?\d{1,4}\s*(?:[.)\]:]|[-–—](?=\s))?\s*/u
const BULLET = /^[-–—•*·]\s*/u
/** Column titles, totals, signatures and group lines, as lists of kindergartens have them between the children. */
const HEADING =
  /^(?:№(?!\s*\d)|п\/п|ф\s*\.?\s*и\s*\.?(?:\s*о\s*\.?)?(?:\s|$)|(?:фио|имя|дети|ребенок|список|итого|всего|директор|класс)(?:[\s,:]|$)|фамилия|воспитанник|обучающи|заведующ|\d+\s+класс)|(?:^|\s)группа(?:\s|$)|[«»"]|_{3,}/u

/**
 * Reads names as they are pasted from a list or a spreadsheet: numbering, further columns and odd spaces are
 * taken away; what is there already, comes twice or isn't a name is kept with the reason. Empty lines say nothing.
 */
export function readNames(text: string, known: readonly string[] = []): NameRow[] {
  const there = new Set(known.map(nameKey))
  const seen = new Set<string>()
  return text.split(/\r\n|\r|\n/u).flatMap((raw, index) => {
    if (tidyName(raw) === '') return []
    const row = { line: index + 1, ...readLine(raw) }
    if (row.verdict !== 'add') return [row]
    const key = nameKey(row.name)
    const verdict = there.has(key) ? 'there' : seen.has(key) ? 'twice' : 'add'
    seen.add(key)
    return [{ ...row, verdict } as const]
  })
}

function readLine(raw: string): Pick<NameRow, 'name' | 'verdict'> {
  const cells = raw.split(/[\t;]/u).map((cell) => tidyName(cell).replace(/^"(.*)"$/u, '$1'))
  const whole = cells.find((cell) => /\p{L}/u.test(cell)) ?? ''
  if (HEADING.test(nameKey(whole))) return { name: whole, verdict: 'heading' }
  // No name holds a digit: what follows one is a date, a phone or a remark.
  const [name = ''] = whole
    .replace(BULLET, '')
    .replace(NUMBERING, '')
    .split(/[\d,(_]/u)
  const tidied = tidyName(name).replace(/[\s.:;–—-]+$/u, (end) =>
    end.startsWith('.') && /\p{Lu}$/u.test(name.slice(0, -1)) ? '.' : '',
  )
  if (!/\p{L}/u.test(tidied)) return { name: tidyName(raw).slice(0, MAX), verdict: 'no-letters' }
  if (tidied.length > MAX) return { name: `${tidied.slice(0, MAX)}…`, verdict: 'too-long' }
  return { name: tidied, verdict: 'add' }
}

/** Group names, one a line: they may hold digits and quotes, so nothing but blanks and numbering like «1.» goes. */
export function readLines(text: string): { line: number; name: string }[] {
  return text.split(/\r\n|\r|\n/u).flatMap((raw, index) => {
    const [cell = ''] = raw.split('\t')
    const name = tidyName(cell)
      .replace(BULLET, '')
      .replace(/^\d{1,3}[.)]\s+/u, '')
    return name === '' ? [] : [{ line: index + 1, name }]
  })
}
