import type { Block } from './paper.ts'

const LISTED = /^\s*[-–—•]\s+/u

/** A line is a paragraph; lines that begin with a dash, one below the other, are a list. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let items: string[] = []
  for (const line of [...text.split('\n'), '']) {
    if (LISTED.test(line)) {
      items.push(line.replace(LISTED, ''))
      continue
    }
    if (items.length > 0) blocks.push({ kind: 'listed', items })
    items = []
    if (line.trim() !== '') blocks.push({ kind: 'text', text: line.trim() })
  }
  return blocks
}
