import type { Content, TableCell } from 'pdfmake/interfaces.js'
import writeWorkbook from 'write-excel-file/node'
import { drawPdf } from '#platform/pdf.ts'
import { type Papers, registerHeads, registerIntro, registerLines, t } from './paper-words.ts'

/** A4 on its side would waste paper: the columns are as wide as what stands in them. */
const WIDTHS = [22, '*', 70, 72, 80, 62, 62]
const GREY = '#5a6375'

export function drawRegisterPdf(papers: Papers): Promise<Buffer> {
  const { notice } = papers
  return drawPdf({
    info: { title: t('register.file', { title: notice.title }) },
    pageSize: 'A4',
    pageMargins: [40, 40, 28, 44],
    defaultStyle: { font: 'Roboto', fontSize: 8.5, lineHeight: 1.1 },
    footer: (page: number, pages: number) => ({
      text: `${String(page)} / ${String(pages)}`,
      alignment: 'right',
      margin: [0, 14, 28, 0],
      fontSize: 8,
      color: GREY,
    }),
    content: [
      { text: notice.organization, color: GREY },
      { text: t('register.title'), fontSize: 15, bold: true, margin: [0, 6, 0, 2] },
      { text: t('register.notice', { title: notice.title }), fontSize: 11, bold: true, margin: [0, 0, 0, 4] },
      ...(notice.text === '' ? [] : [{ text: notice.text, margin: [0, 0, 0, 6] } satisfies Content]),
      ...registerIntro(papers).map((text): Content => ({ text, color: GREY })),
      {
        margin: [0, 8, 0, 0],
        layout: 'lightHorizontalLines',
        table: { headerRows: 1, dontBreakRows: true, widths: WIDTHS, body: tableOf(papers) },
      },
      signature(),
    ],
  })
}

const tableOf = (papers: Papers): TableCell[][] => [
  registerHeads().map((text) => ({ text, bold: true })),
  ...registerLines(papers).map((line) => [...line]),
]

const signature = (): Content => ({
  columns: [
    { width: 'auto', text: t('register.sign') },
    { width: '*', text: '_'.repeat(28), margin: [12, 0, 0, 0] },
  ],
  margin: [0, 28, 0, 0],
  unbreakable: true,
})

const CELL = { type: String } as const

/** Typed as text: a name that begins with «=», «+», «-» or «@» stays a name. */
export function drawRegisterXlsx(papers: Papers): Promise<Buffer> {
  const { notice } = papers
  const above = [notice.organization, t('register.title'), t('register.notice', { title: notice.title })]
  const intro = [...above, ...registerIntro(papers)].map((value) => [{ ...CELL, value }])
  const heads = registerHeads().map((value) => ({ ...CELL, value, fontWeight: 'bold' as const }))
  const lines = registerLines(papers).map((line) => line.map((value) => ({ ...CELL, value })))
  const columns = [6, 40, 22, 22, 28, 18, 24].map((width) => ({ width }))
  return writeWorkbook([...intro, [], heads, ...lines], { columns, sheet: 'Лист' }).toBuffer()
}
