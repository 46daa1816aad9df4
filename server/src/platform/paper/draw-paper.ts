import type { FileAnswer } from '#platform/send-file.ts'
import { drawPaperDocx } from './docx.ts'
import type { Paper } from './paper.ts'
import { printable } from './printable.ts'
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
