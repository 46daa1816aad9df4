import type { Figure, StatisticsReportId } from '@kolosok/contract'
import type { Content, ContentText } from 'pdfmake/interfaces.js'
import writeWorkbook from 'write-excel-file/node'
import { statisticsReports } from '#locales/ru/statistics-reports.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { clockWords } from '#platform/paper/clock-words.ts'
import { printableLines } from '#platform/paper/printable.ts'
import { drawPdf } from '#platform/pdf.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { createTexts } from '#platform/texts.ts'
import { accessReport, type ClearedReport } from './access.ts'
import { type CountedReport, figuresOf } from './read-reports.ts'

const t = createTexts(statisticsReports)
const GREY = '#5a6375'

type Asked = { readonly statisticsReportId: StatisticsReportId; readonly format: 'pdf' | 'xlsx' }

/** One page or two, whatever the size of the organization: drawn at once. */
export async function getPaper(
  context: Context,
  actor: Actor,
  { statisticsReportId, format }: Asked,
): Promise<FileAnswer> {
  const report = await accessReport(context.db, actor, statisticsReportId, 'see')
  const paper = printableLines(wordsOf(report, await figuresOf(context, report)))
  const { firstDay, lastDay } = daysOf(report)
  return {
    ...(await draw[format](paper)),
    name: `${t('file', { number: numberOf(report), period: `${firstDay}–${lastDay}` })}.${format}`,
    isInline: false,
  }
}

type Line = { readonly title: string; readonly value: string; readonly definition: string; readonly raw: number | null }
type Paper = {
  readonly title: string
  readonly organization: string
  readonly about: readonly string[]
  readonly said: readonly { readonly title: string; readonly text: string }[]
  readonly sections: readonly { readonly title: string; readonly lines: readonly Line[] }[]
}

const numberOf = ({ number }: ClearedReport) => (number === null ? 'none' : String(number))
const dayOf = (day: string) => day.split('-').reverse().join('.')
const daysOf = ({ firstDay, lastDay }: ClearedReport) => ({ firstDay: dayOf(firstDay), lastDay: dayOf(lastDay) })

function wordsOf(report: ClearedReport, { sections, countedAt }: CountedReport): Paper {
  const { kind, state, word, answer, timeZone, organizationName } = report
  const format = new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeStyle: 'short', timeZone })
  const stepOf = (name: 'submitted' | 'acknowledged' | 'returned', at: Date | null, by: string) =>
    at ? [t(name, { at: format.format(at), by })] : []
  return {
    title: t('title', { number: numberOf(report) }),
    organization: organizationName,
    about: [
      t('period', { kind: t(`period.${kind}`), ...daysOf(report) }),
      t('counted', { at: format.format(countedAt), clock: clockWords(timeZone, countedAt) }),
      ...(state === 'draft' ? [t('draft')] : stepOf('submitted', report.submittedAt, report.submittedBy)),
      ...stepOf(state === 'returned' ? 'returned' : 'acknowledged', report.decidedAt, report.decidedBy),
    ],
    said: [
      { title: t('word'), text: word },
      { title: t('answer'), text: answer },
    ].filter(({ text }) => text !== ''),
    sections: sections.map(({ title, figures }) => ({ title, lines: figures.map(lineOf) })),
  }
}

function lineOf({ title, definition, unit, value }: Figure): Line {
  return { title, definition, value: valueIn(unit, value), raw: value }
}

function valueIn(unit: Figure['unit'], value: number | null): string {
  if (value === null) return t('none')
  switch (unit) {
    case 'count':
      return String(value)
    case 'percent':
      return t('percent', { value })
    case 'minutes':
      return t('minutes', { hours: String(Math.floor(value / 60)), minutes: value % 60 })
  }
}

const strong = (text: string): ContentText => ({ text, bold: true })

async function drawPaper(paper: Paper): Promise<Pick<FileAnswer, 'body' | 'mediaType'>> {
  const body = await drawPdf({
    info: { title: paper.title },
    pageSize: 'A4',
    pageMargins: [56, 44, 40, 44],
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.15 },
    content: [
      { text: paper.organization, color: GREY },
      { text: paper.title, fontSize: 16, bold: true, margin: [0, 6, 0, 4] },
      ...paper.about.map((text): Content => ({ text, color: GREY })),
      ...paper.said.map(({ title, text }): Content => ({
        text: [strong(`${title}: `), text],
        margin: [0, 8, 0, 0],
      })),
      ...paper.sections.flatMap(({ title, lines }): Content[] => [
        { text: title, fontSize: 12, bold: true, margin: [0, 14, 0, 4] },
        {
          layout: 'lightHorizontalLines',
          table: {
            dontBreakRows: true,
            widths: [150, 62, '*'],
            body: lines.map(({ title: name, value, definition }) => [
              name,
              { text: value, bold: true, alignment: 'right' as const },
              { text: definition, color: GREY, fontSize: 8.5 },
            ]),
          },
        },
      ]),
    ],
  })
  return { body, mediaType: 'application/pdf' }
}

const TEXT = { type: String } as const

/** Numbers are numbers, to be reckoned with; a name that begins with «=» stays a name. */
async function drawWorkbook(paper: Paper): Promise<Pick<FileAnswer, 'body' | 'mediaType'>> {
  const above = [
    paper.organization,
    paper.title,
    ...paper.about,
    ...paper.said.map(({ title, text }) => `${title}: ${text}`),
  ]
  const heads = [t('figure'), t('value'), t('definition')].map((value) => ({
    ...TEXT,
    value,
    fontWeight: 'bold' as const,
  }))
  const rows = paper.sections.flatMap(({ title, lines }) => [
    [{ ...TEXT, value: title, fontWeight: 'bold' as const }],
    ...lines.map((line) => [
      { ...TEXT, value: line.title },
      line.raw === null ? { ...TEXT, value: line.value } : { type: Number, value: line.raw },
      { ...TEXT, value: line.definition },
    ]),
  ])
  const sheet = [...above.map((value) => [{ ...TEXT, value }]), [], heads, ...rows]
  const columns = [40, 14, 100].map((width) => ({ width }))
  return {
    body: await writeWorkbook(sheet, { columns, sheet: t('sheet') }).toBuffer(),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
}

const draw = { pdf: drawPaper, xlsx: drawWorkbook } as const
