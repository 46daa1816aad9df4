import type { LocalActSection } from '@kolosok/contract'
import { linesOf } from './lines.ts'

export type Paragraph = { readonly text: string; readonly isHeading: boolean }
export type Change =
  | { readonly kind: 'same'; readonly paragraph: Paragraph }
  | { readonly kind: 'changed'; readonly before: Paragraph | null; readonly after: Paragraph | null }

const paragraphsOf = (sections: readonly LocalActSection[]): Paragraph[] =>
  sections.flatMap(({ heading, text }) => [
    ...(heading === '' ? [] : [{ text: heading, isHeading: true }]),
    ...linesOf(text).map((line) => ({ text: line, isHeading: false })),
  ])

const isEqual = (a: Paragraph | undefined, b: Paragraph | undefined) => a?.text === b?.text

/**
 * By paragraphs: the longest sequence both have in common stays, and between two that stay what went stands beside what
 * came. A table of lengths, which a document of a thousand paragraphs fills in a few milliseconds.
 */
export function changesBetween(before: readonly LocalActSection[], after: readonly LocalActSection[]): Change[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)]
  const common = lengths(old, now)
  const changes: Change[] = []
  let gone: Paragraph[] = []
  let come: Paragraph[] = []
  const flush = () => {
    for (let index = 0; index < Math.max(gone.length, come.length); index++) {
      changes.push({ kind: 'changed', before: gone[index] ?? null, after: come[index] ?? null })
    }
    gone = []
    come = []
  }
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]]
    if (was && is && isEqual(was, is)) {
      flush()
      changes.push({ kind: 'same', paragraph: is })
      i++
      j++
    } else if (was && (!is || at(common, i + 1, j) >= at(common, i, j + 1))) {
      gone.push(was)
      i++
    } else if (is) {
      come.push(is)
      j++
    }
  }
  flush()
  return changes
}

export type Run = { readonly isChanged: boolean; readonly changes: readonly Change[] }

/** What stays and what changed, in turns. */
export function runsOf(changes: readonly Change[]): Run[] {
  const runs: { isChanged: boolean; changes: Change[] }[] = []
  for (const change of changes) {
    const isChanged = change.kind === 'changed'
    const last = runs.at(-1)
    if (last?.isChanged === isChanged) last.changes.push(change)
    else runs.push({ isChanged, changes: [change] })
  }
  return runs
}

type Table = { readonly width: number; readonly cells: Uint16Array }
const at = ({ width, cells }: Table, i: number, j: number) => cells[i * width + j] ?? 0

/** How long the common sequence is from each pair of places on. */
function lengths(old: readonly Paragraph[], now: readonly Paragraph[]): Table {
  const width = now.length + 1
  const cells = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      cells[i * width + j] = isEqual(old[i], now[j])
        ? (cells[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(cells[(i + 1) * width + j] ?? 0, cells[i * width + j + 1] ?? 0)
    }
  }
  return { width, cells }
}
