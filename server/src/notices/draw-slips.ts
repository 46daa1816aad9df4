import type { Content } from 'pdfmake/interfaces.js'
import { drawPdf } from '#platform/pdf.ts'
import { momentsIn, type PaperNotice, type Papers, t, waysToAnswer } from './paper-words.ts'
import type { ReceiverRow } from './progress.store.ts'

const GREY = '#5a6375'
const LINE = 595.28 - 2 * 34
/** Longer ones may go on on the next page; others are cut out in one piece. */
const LONG = 2500

/** A4, one below the other with a dashed line to cut along: as many a page as the text allows. */
export function drawSlips({ notice, receivers }: Papers): Promise<Buffer> {
  const slips = receivers.map((one) => slip(notice, one))
  return drawPdf({
    info: { title: t('slip.file', { title: notice.title }) },
    pageSize: 'A4',
    pageMargins: [34, 24, 34, 24],
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.15 },
    content: slips.length > 0 ? slips : [{ text: t('slip.empty') }],
  })
}

function slip(notice: PaperNotice, { name, groups }: ReceiverRow): Content {
  const group = groups.length > 0 ? `, ${t('slip.group', { groups: groups.join(', ') })}` : ''
  return {
    unbreakable: notice.text.length < LONG,
    stack: [
      { text: notice.organization, fontSize: 8, color: GREY, margin: [0, 12, 0, 0] },
      { text: `${t('slip.for', { name })}${group}`, fontSize: 9, margin: [0, 2, 0, 4] },
      { text: notice.title, fontSize: 13, bold: true },
      ...(notice.text === '' ? [] : [{ text: notice.text, margin: [0, 3, 0, 0] } satisfies Content]),
      ...(notice.files.length === 0
        ? []
        : [{ text: t('slip.files', { files: notice.files.join(', ') }), fontSize: 9 } satisfies Content]),
      ticks(notice),
      { text: t('slip.sign'), margin: [0, 8, 0, 4] },
      {
        text: t('slip.until', { until: momentsIn(notice.timeZone)(notice.deadlineAt) }),
        fontSize: 8.5,
        color: GREY,
        margin: [0, 0, 0, 10],
      },
      { canvas: [cut] },
    ],
  }
}

/** A box before each way to answer. */
function ticks(notice: PaperNotice): Content {
  const ways = waysToAnswer(notice)
  const inOneLine = ways.join('').length < 60
  const boxes = ways.map((text): Content => ({
    columns: [
      { width: 16, canvas: [{ type: 'rect', x: 0, y: 1, w: 9, h: 9, lineWidth: 0.8 }] },
      { width: inOneLine ? 'auto' : '*', text },
    ],
    margin: [0, 0, 0, 3],
  }))
  return { margin: [0, 8, 0, 0], ...(inOneLine ? { columns: boxes, columnGap: 12 } : { stack: boxes }) }
}

const cut = {
  type: 'line',
  lineWidth: 0.5,
  lineColor: '#b9b3a6',
  dash: { length: 3, space: 4 },
  x1: -34,
  x2: LINE + 34,
  y1: 0,
  y2: 0,
} as const
