import type { FileAnswer } from '#platform/send-file.ts'
import { drawPaperDocx } from './docx.ts'
import type { Paper } from './paper.ts'
import { drawPaperPdf } from './pdf.ts'

const formats = { docx: drawPaperDocx, pdf: drawPaperPdf } as const
type PaperFormat = keyof typeof formats

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Record<PaperFormat, string>

/** A4, ready to sign. */
export async function drawPaper(paper: Paper, format: PaperFormat): Promise<FileAnswer> {
  return {
    body: await formats[format](printable(paper)),
    mediaType: mediaTypes[format],
    name: `${paper.title}.${format}`,
    isInline: false,
  }
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\u2028\u2029]+/gu

/** Control characters break the XML of a DOCX, marks of direction turn a name round (UAX 9). */
function printable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(UNSEEN, ' ') as T
  if (Array.isArray(value)) return value.map(printable) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner)])) as T
}
