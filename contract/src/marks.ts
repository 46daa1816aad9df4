/**
 * Light formatting: a text with simple signs in it. `**bold**`, `_italic_`, `[words](https://…)`, lines that begin with
 * `- ` or `1. `. It is stored as it was typed, and what is no such sign stays what it is.
 */
export type Words =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'bold'; readonly words: readonly Words[] }
  | { readonly kind: 'italic'; readonly words: readonly Words[] }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }

export type Passage =
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Words[])[] }
  | { readonly kind: 'list'; readonly first: number | null; readonly items: readonly (readonly Words[])[] }

const DOT = /^[-•] +(?=\S)/
const NUMBER = /^(\d{1,3})[.)] +(?=\S)/

export function readMarks(text: string): Passage[] {
  const passages: { kind: Passage['kind']; first: number | null; lines: Words[][] }[] = []
  for (const line of text.split('\n')) {
    const number = NUMBER.exec(line)
    const sign = (number ?? DOT.exec(line))?.[0]
    const [kind, first] =
      sign === undefined ? (['lines', null] as const) : (['list', number && Number(number[1])] as const)
    const last = passages.at(-1)
    const goesOn = last?.kind === kind && (last.first === null) === (first === null)
    const words = readWords(line.slice(sign?.length ?? 0))
    if (goesOn) last.lines.push(words)
    else passages.push({ kind, first, lines: [words] })
  }
  return passages.map(({ kind, first, lines }) =>
    kind === 'list' ? { kind, first, items: lines } : { kind, lines: withoutEmptyEdges(lines) },
  )
}

/** A list stands apart by itself: an empty line beside it says nothing more. */
function withoutEmptyEdges(lines: Words[][]): Words[][] {
  const isSaying = (line: Words[]) => line.some((word) => word.kind !== 'plain' || word.text.trim() !== '')
  const [from, to] = [lines.findIndex(isSaying), lines.findLastIndex(isSaying)]
  return from === -1 ? [] : lines.slice(from, to + 1)
}

/** What it says, without the signs: for lists, searching, notices, letters. */
export function plainText(text: string): string {
  return readMarks(text)
    .flatMap((passage) =>
      passage.kind === 'lines'
        ? passage.lines.map(said)
        : passage.items.map(
            (item, n) => `${passage.first === null ? '•' : `${String(passage.first + n)}.`} ${said(item)}`,
          ),
    )
    .join('\n')
}

const said = (words: readonly Words[]): string =>
  words.map((word) => (word.kind === 'bold' || word.kind === 'italic' ? said(word.words) : word.text)).join('')

// Each with a limit of its own, so that no text, however strange, takes long to read.
const LINK = /\[([^[\]]{1,300})\]\((https?:\/\/[^\s()]{1,1000}|mailto:[^\s()]{3,300}|tel:[+\d()-]{3,30})\)/y
/** An address holds signs that are none. */
const ADDRESS = /https?:\/\/\S+/y
const BOLD = /\*\*(?=[^\s*])([^*]{0,2000}[^\s*])\*\*/y
const ITALIC = /_(?=[^\s_])([^_]{0,2000}[^\s_])_(?![\p{L}\p{N}_])/uy
const BEFORE_ITALIC = /[\p{L}\p{N}_]$/u

type Found = { readonly words: Words; readonly length: number }
type Open = { readonly bold?: boolean; readonly italic?: boolean }

function readWords(line: string, open: Open = {}): Words[] {
  const said: Words[] = []
  let plain = ''
  for (let at = 0; at < line.length;) {
    const found = signAt(line, at, open)
    if (found) {
      if (plain !== '') said.push({ kind: 'plain', text: plain })
      plain = ''
      said.push(found.words)
      at += found.length
    } else {
      const through = (line[at] === 'h' && take(ADDRESS, line, at)?.[0]) || line.charAt(at)
      plain += through
      at += through.length
    }
  }
  if (plain !== '') said.push({ kind: 'plain', text: plain })
  return said
}

function take(sign: RegExp, line: string, at: number): RegExpExecArray | null {
  sign.lastIndex = at
  return sign.exec(line)
}

/** Which sign begins here; none within one of its own kind. */
const signs: Readonly<Record<string, (line: string, at: number, open: Open) => Found | null>> = {
  '[': (line, at) => {
    const link = take(LINK, line, at)
    return link && { words: { kind: 'link', text: link[1] ?? '', url: link[2] ?? '' }, length: link[0].length }
  },
  '*': (line, at, open) => {
    const bold = open.bold ? null : take(BOLD, line, at)
    const within = () => readWords(bold?.[1] ?? '', { ...open, bold: true })
    return bold && { words: { kind: 'bold', words: within() }, length: bold[0].length }
  },
  '_': (line, at, open) => {
    const isWithinWord = BEFORE_ITALIC.test(line.slice(Math.max(0, at - 2), at))
    const italic = open.italic || isWithinWord ? null : take(ITALIC, line, at)
    const within = () => readWords(italic?.[1] ?? '', { ...open, italic: true })
    return italic && { words: { kind: 'italic', words: within() }, length: italic[0].length }
  },
}
const signAt = (line: string, at: number, open: Open) => signs[line.charAt(at)]?.(line, at, open) ?? null
