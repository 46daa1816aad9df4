import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { fromBufferPromise } from 'yauzl'
import { MOST_TEXT, textIn } from './most-text.ts'

export type Table = readonly (readonly string[])[]
export type TableRefusal = 'table-unreadable' | 'table-empty' | 'table-too-long' | 'table-too-wide' | 'table-too-heavy'

export type Limits = { readonly lines: number; readonly columns: number }
export type Given = { readonly bytes: Uint8Array; readonly isWorkbook: boolean }

const LONGEST_CELL = 1000
/** A list of 6 000 lines takes a few megabytes. What is unpacked lies outside of the memory a thread can be bound to. */
const MOST_UNPACKED = 32 * 1024 * 1024

/** The first sheet of an XLSX file, or CSV in whatever encoding and with whatever separator; as it is shown. */
export async function parseTable({ bytes, isWorkbook }: Given, limits: Limits): Promise<Table | TableRefusal> {
  let rows: readonly (readonly unknown[])[]
  try {
    if (isWorkbook && (await unpackedSize(bytes)) > MOST_UNPACKED) return 'table-too-heavy'
    rows = isWorkbook ? await readSheet(Buffer.from(bytes)) : parseText(decode(bytes), limits)
  } catch {
    return 'table-unreadable'
  }
  return tidy(rows, limits)
}

/** Of the parts that are going to be read. That it says the truth about itself was looked at when it was uploaded. */
async function unpackedSize(bytes: Uint8Array): Promise<number> {
  let size = 0
  const zip = await fromBufferPromise(Buffer.from(bytes))
  for await (const { fileName, uncompressedSize } of zip.eachEntry()) {
    if (/\.(xml|rels)$/i.test(fileName)) size += uncompressedSize
  }
  return size
}

function tidy(rows: readonly (readonly unknown[])[], { lines, columns }: Limits): Table | TableRefusal {
  const last = rows.findLastIndex((row) => row.some((cell) => show(cell) !== ''))
  if (last < 0) return 'table-empty'
  if (last >= lines) return 'table-too-long'
  const shown = rows.slice(0, last + 1).map((row) => row.map(show))
  const width = Math.max(...shown.map((row) => row.findLastIndex((cell) => cell !== '') + 1))
  if (width > columns) return 'table-too-wide'
  if (textIn(shown) > MOST_TEXT) return 'table-too-heavy'
  return shown.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''))
}

/** Spreadsheets turn phones into numbers and dates into moments; people see neither. */
function show(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('.')
  if (typeof cell !== 'string' && typeof cell !== 'number' && typeof cell !== 'boolean') return ''
  // A phone as a number of eleven digits, never «8,9e10».
  const text = Number.isInteger(cell) ? BigInt(cell).toString() : String(cell)
  return text.toWellFormed().replaceAll('\0', '').trim().slice(0, LONGEST_CELL)
}

/** UTF-8 proves itself; what is none was written by an older program. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

const SEPARATORS = ['\t', ';', ',', '|']

function parseText(text: string, { lines }: Limits): string[][] {
  // A picture, an old office document: nobody types these marks.
  if (/[\x00-\x08\x0e-\x1f]/.test(text)) throw new Error('Not text')
  const options = { relax_quotes: true, relax_column_count: true, skip_empty_lines: false, bom: true }
  return parse(text, { ...options, delimiter: separatorOf(text), to: lines + 1 })
}

/** The one that cuts most of the first lines into equally many pieces; none where a line is one name. */
function separatorOf(text: string): string {
  const lines = text.split(/\r?\n/, 30).filter((line) => line.trim() !== '')
  const score = (separator: string): number => {
    const pieces = lines.map((line) => line.split(separator).length)
    const usual = Math.max(...pieces)
    return usual < 2 ? 0 : pieces.filter((count) => count === usual).length
  }
  const [best = ';'] = SEPARATORS.toSorted((a, b) => score(b) - score(a))
  return best
}
