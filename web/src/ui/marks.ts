/** A text that is being written, with what of it is chosen. */
export type Typed = { readonly text: string; readonly start: number; readonly end: number }

const signs = { bold: '**', italic: '_' } as const

/** Puts the signs around what is chosen, line by line and never around blanks; where they stand already, takes them away. */
export function toggleWords({ text, start, end }: Typed, mark: keyof typeof signs): Typed {
  const sign = signs[mark]
  const [before, chosen, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  if (before.endsWith(sign) && after.startsWith(sign)) {
    const shorter = before.slice(0, -sign.length) + chosen + after.slice(sign.length)
    return { text: shorter, start: start - sign.length, end: end - sign.length }
  }
  const isMarked = chosen.length > 2 * sign.length && chosen.startsWith(sign) && chosen.endsWith(sign)
  const changed = isMarked
    ? chosen.slice(sign.length, -sign.length)
    : chosen
        .split('\n')
        .map((line) => (chosen !== '' && line.trim() === '' ? line : wrapped(line, sign)))
        .join('\n')
  // Nothing chosen: what is typed next comes between the signs.
  if (chosen === '') return { text: before + changed + after, start: start + sign.length, end: start + sign.length }
  return { text: before + changed + after, start, end: start + changed.length }
}

const wrapped = (line: string, sign: string): string => {
  const words = line.trim()
  const from = line.indexOf(words)
  return line.slice(0, from) + sign + words + sign + line.slice(from + words.length)
}

const ITEM = /^(?:[-•]|\d{1,3}[.)]) +/

/** Makes the lines that are chosen a list, or lines again where they are that list already. */
export function toggleList({ text, start, end }: Typed, kind: 'dots' | 'numbers'): Typed {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const found = text.indexOf('\n', Math.max(end - (end > start && text[end - 1] === '\n' ? 1 : 0), from))
  const to = found === -1 ? text.length : found
  const lines = text.slice(from, to).split('\n')
  const own = kind === 'dots' ? /^[-•] +/ : /^\d{1,3}[.)] +/
  const isList = lines.every((line) => own.test(line))
  const changed = lines.map((line, n) => {
    const words = line.replace(ITEM, '')
    return isList ? words : (kind === 'dots' ? '- ' : `${String(n + 1)}. `) + words
  })
  const block = changed.join('\n')
  const whole = text.slice(0, from) + block + text.slice(to)
  return start === end
    ? { text: whole, start: from + block.length, end: from + block.length }
    : { text: whole, start: from, end: from + block.length }
}

/** «Enter» within a list begins its next line; on an empty one it ends the list. Null: nothing of a list is there. */
export function nextItem({ text, start, end }: Typed): Typed | null {
  if (start !== end) return null
  const from = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(from, start)
  const sign = ITEM.exec(line)?.[0]
  if (sign === undefined) return null
  if (line === sign) return { text: text.slice(0, from) + text.slice(start), start: from, end: from }
  const number = Number.parseInt(sign, 10)
  const next = `\n${Number.isNaN(number) ? sign : sign.replace(/\d+/, String(number + 1))}`
  return { text: text.slice(0, start) + next + text.slice(start), start: start + next.length, end: start + next.length }
}

/** A link in place of what is chosen; without words the address says itself. */
export function putLink({ text, start, end }: Typed, { words, address }: { words: string; address: string }): Typed {
  const said = words.replace(/[[\]\n]+/g, ' ').trim()
  const link = said === '' || said === address ? address : `[${said}](${address})`
  const at = start + link.length
  return { text: text.slice(0, start) + link + text.slice(end), start: at, end: at }
}

/** As people type it: without the beginning, a mail address, with brackets. Null: it is none. */
export function addressOf(typed: string): string | null {
  const given = typed.trim()
  const full = /^(https?:\/\/|mailto:|tel:)/i.test(given)
    ? given
    : given.includes('@')
      ? `mailto:${given}`
      : `https://${given}`
  if (/\s/.test(full) || !URL.canParse(full)) return null
  const { protocol, hostname } = new URL(full)
  if (protocol.startsWith('http') && !hostname.includes('.') && hostname !== 'localhost') return null
  return full.replaceAll('(', '%28').replaceAll(')', '%29')
}
