import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { refuseFile } from './refusal.ts'

const inflated = promisify(inflate)
const MAX_OBJECTS = 20 * 1024 * 1024

/** Scripts and what starts programs; `/AA` and `/OpenAction` alone only turn pages. */
const active = /\/(JavaScript|JS|Launch|RichMedia|XFA)(?![A-Za-z0-9])/

/** Refuses a PDF that could run something, also where its objects are packed into streams. */
export async function inspectPdf(path: string): Promise<void> {
  const bytes = await readFile(path)
  const text = bytes.toString('latin1')
  if (isActive(withoutStreams(text))) throw refuseFile('pdf-script')
  for (const { start, end } of objectStreams(text)) {
    // Damaged or encrypted streams hold nothing that a reader would run.
    const objects = await inflated(bytes.subarray(start, end), { maxOutputLength: MAX_OBJECTS }).catch(() => null)
    if (objects && isActive(objects.toString('latin1'))) throw refuseFile('pdf-script')
  }
}

/** Names may be written with escapes: `/J#61vaScript`. */
function isActive(text: string): boolean {
  return active.test(text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))))
}

/** Compressed pictures contain any letters by chance. */
const withoutStreams = (text: string): string => text.replace(/\bstream\r?\n[\s\S]*?endstream/g, '')

function* objectStreams(text: string) {
  const header = /\/ObjStm\b[\s\S]{0,400}?stream\r?\n/g
  for (const match of text.matchAll(header)) {
    const start = match.index + match[0].length
    const end = text.indexOf('endstream', start)
    if (end > start) yield { start, end }
  }
}
