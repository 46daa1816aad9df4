import type { FileAnswer } from '#platform/send-file.ts'
import { drawApart } from './draw-apart.ts'
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

/** Letters from which on drawing takes longer than a thread of its own to begin: some five pages. */
const LONG = 12_000

/** A4, ready to sign. */
export async function drawPaper(paper: Paper, format: PaperFormat): Promise<FileAnswer> {
  return {
    body: await draw(printable(paper), format),
    mediaType: mediaTypes[format],
    name: `${paper.title}.${format}`,
    isInline: false,
  }
}

/** The longest paper keeps whoever draws it busy for seconds; a short one is not worth a thread. */
const draw = (paper: Paper, format: PaperFormat): Promise<Buffer> =>
  JSON.stringify(paper).length > LONG
    ? drawApart(new URL('./paper-worker.ts', import.meta.url), { format, paper })
    : formats[format](paper)
