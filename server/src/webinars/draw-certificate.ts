import type { Certificate } from '@kolosok/contract'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { certificates } from '#locales/ru/certificates.ts'
import { printable } from '#platform/paper/printable.ts'
import { drawPdf } from '#platform/pdf.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { createTexts } from '#platform/texts.ts'

const t = createTexts(certificates)

/** A4 across, in points. */
const [WIDTH, HEIGHT] = [841.89, 595.28]
const [EDGE, QR] = [28, 78]
const [INK, QUIET, BLUE] = ['#1d2433', '#5a6375', '#3f63c8']

const long = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const longDay = (day: string) => long.format(new Date(`${day}T00:00:00Z`))

/** Only what the open page under its number says, too. */
export async function drawCertificate(given: Certificate, publicUrl: string): Promise<FileAnswer> {
  const said = printable(given)
  const url = `${publicUrl}/certificates/${said.number}`
  return {
    body: await drawPdf(documentOf(said, url, new URL(publicUrl).host)),
    mediaType: 'application/pdf',
    name: `${t('file', { number: said.number })}.pdf`,
    isInline: false,
  }
}

function documentOf(said: Certificate, url: string, host: string): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [80, 84, 80, 60],
    info: { title: t('file', { number: said.number }) },
    defaultStyle: { font: 'Roboto', fontSize: 14, color: INK, alignment: 'center' },
    background: () => ({ canvas: [frame(EDGE, 2.5), frame(EDGE + 7, 0.7)] }),
    content: [...wordsOf(said), ...footOf(said, url, host)],
  }
}

const frame = (edge: number, lineWidth: number) => ({
  type: 'rect' as const,
  x: edge,
  y: edge,
  w: WIDTH - 2 * edge,
  h: HEIGHT - 2 * edge,
  r: 10,
  lineWidth,
  lineColor: BLUE,
})

function wordsOf({ name, organization, title, kind, heldOn, minutes }: Certificate): Content[] {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const when = { day: longDay(heldOn), hours, minutes: rest, both: String(hours > 0 && rest > 0) }
  return [
    { text: t('title'), fontSize: 34, bold: true, color: BLUE, characterSpacing: 4 },
    { text: t('subtitle'), fontSize: 16, margin: [0, 2, 0, 22] },
    { text: t('confirms'), color: QUIET },
    // The longest name takes two lines of the smaller size.
    { text: name, fontSize: name.length > 45 ? 20 : 28, bold: true, margin: [0, 8, 0, 4] },
    { text: organization, margin: [0, 0, 0, 14] },
    { text: t(`took-part.${kind}`), color: QUIET },
    { text: t('topic', { title }), fontSize: title.length > 70 ? 15 : 19, bold: true, margin: [40, 8, 40, 8] },
    { text: t('when', when) },
  ]
}

const footOf = ({ number, issuedOn }: Certificate, url: string, host: string): Content[] => [
  { qr: url, fit: QR, eccLevel: 'M', alignment: 'left', absolutePosition: { x: EDGE + 40, y: HEIGHT - EDGE - QR - 34 } },
  {
    absolutePosition: { x: EDGE + 40 + QR + 20, y: HEIGHT - EDGE - QR - 26 },
    alignment: 'left',
    stack: [
      { text: t('number', { number }), bold: true, fontSize: 15 },
      { text: t('issued', { day: longDay(issuedOn), host }), fontSize: 11, margin: [0, 5, 0, 3] },
      { text: t('check', { url }), fontSize: 11, color: QUIET },
    ],
  },
]
