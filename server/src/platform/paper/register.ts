import type { Content, TableCell } from 'pdfmake/interfaces.js'
import writeWorkbook from 'write-excel-file/node'
import { drawPdf } from '#platform/pdf.ts'

/** A list by name for the files: who, what, when. Plain data, so that it can be drawn on another thread. */
export type Register = {
  readonly file: string
  readonly organization: string
  readonly title: string
  readonly subject: string
  readonly text: string
  readonly intro: readonly string[]
  readonly heads: readonly string[]
  readonly lines: readonly (readonly string[])[]
  /** Points on A4, `*` what they leave; and characters in a workbook. */
  readonly widths: { readonly page: readonly (number | '*')[]; readonly sheet: readonly number[] }
  /** Who signs under it. */
  readonly sign: string
}

const GREY = '#5a6375'

const A4 = { upright: 595.28, aside: 841.89 }
const MARGINS = { left: 40, right: 28 }
/** What `lightHorizontalLines` leaves between two columns. */
const GAP = 16
/** Names stand there. */
const LEAST = 90

/** What each column has in points, so that an endless word is broken in its own instead of pushing others off the page. */
function columnsOn(page: number, widths: readonly (number | '*')[]): { widths: number[]; isEnough: boolean } {
  const shared = page - MARGINS.left - MARGINS.right - GAP * (widths.length - 1)
  const fixed = widths.reduce<number>((sum, width) => sum + (width === '*' ? 0 : width), 0)
  const left = (shared - fixed) / widths.filter((width) => width === '*').length
  return { widths: widths.map((width) => (width === '*' ? left : width)), isEnough: left >= LEAST }
}

/** On its side only what has no room upright. */
export function drawRegisterPdf(register: Register): Promise<Buffer> {
  const upright = columnsOn(A4.upright, register.widths.page)
  const { widths } = upright.isEnough ? upright : columnsOn(A4.aside, register.widths.page)
  return drawPdf({
    info: { title: register.file },
    pageSize: 'A4',
    pageOrientation: upright.isEnough ? 'portrait' : 'landscape',
    pageMargins: [MARGINS.left, 40, MARGINS.right, 44],
    defaultStyle: { font: 'Roboto', fontSize: 8.5, lineHeight: 1.1 },
    footer: (page: number, pages: number) => ({
      text: `${String(page)} / ${String(pages)}`,
      alignment: 'right',
      margin: [0, 14, 28, 0],
      fontSize: 8,
      color: GREY,
    }),
    content: [
      { text: register.organization, color: GREY },
      { text: register.title, fontSize: 15, bold: true, margin: [0, 6, 0, 2] },
      { text: register.subject, fontSize: 11, bold: true, margin: [0, 0, 0, 4] },
      ...(register.text === '' ? [] : [{ text: register.text, margin: [0, 0, 0, 6] } satisfies Content]),
      ...register.intro.map((text): Content => ({ text, color: GREY })),
      {
        margin: [0, 8, 0, 0],
        layout: 'lightHorizontalLines',
        table: { headerRows: 1, dontBreakRows: true, widths, body: tableOf(register) },
      },
      signature(register.sign),
    ],
  })
}

const tableOf = ({ heads, lines }: Register): TableCell[][] => [
  heads.map((text) => ({ text, bold: true })),
  ...lines.map((line) => [...line]),
]

const signature = (who: string): Content => ({
  columns: [
    { width: 'auto', text: who },
    { width: '*', text: '_'.repeat(28), margin: [12, 0, 0, 0] },
  ],
  margin: [0, 28, 0, 0],
  unbreakable: true,
})

const CELL = { type: String } as const

/** Typed as text: a name that begins with «=», «+», «-» or «@» stays a name. */
export function drawRegisterXlsx({ organization, title, subject, intro, heads, lines, widths }: Register) {
  const above = [organization, title, subject, ...intro].map((value) => [{ ...CELL, value }])
  const head = heads.map((value) => ({ ...CELL, value, fontWeight: 'bold' as const }))
  const body = lines.map((line) => line.map((value) => ({ ...CELL, value })))
  const columns = widths.sheet.map((width) => ({ width }))
  return writeWorkbook([...above, [], head, ...body], { columns, sheet: 'Лист' }).toBuffer()
}
