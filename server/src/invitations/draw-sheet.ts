import type { Content } from 'pdfmake/interfaces.js'
import { drawPdf } from '#platform/pdf.ts'
import { texts } from './texts.ts'

export type Slip = {
  readonly name: string
  readonly url: string
  readonly codes: readonly string[]
  readonly usesLeft: number
  readonly expiresAt: Date
}

/** Plain data, so that it can be drawn on another thread. */
export type Sheet = {
  readonly title: string
  readonly organizationName: string
  readonly logo: Uint8Array | undefined
  /** Without a public address the links open on this machine only, which the slip says. */
  readonly isReachable: boolean
  /** Each on pages of its own. */
  readonly groups: readonly { readonly name: string; readonly slips: readonly Slip[] }[]
}

/** A4 in points, cut into two columns of four. */
const PAGE = { width: 595.28, height: 841.89 }
const SLIP = { width: PAGE.width / 2, height: PAGE.height / 4 }
const PER_PAGE = 8
const EDGE = 22
const QR = 104
const GAP = 13
const GREY = '#5a6375'
const day = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', year: 'numeric' })

export function drawSheet(sheet: Sheet): Promise<Buffer> {
  const content = sheet.groups.flatMap(({ name, slips }, group) =>
    slips.flatMap((slip, index): Content[] => {
      const place = index % PER_PAGE
      const x = (place % 2) * SLIP.width
      const y = Math.floor(place / 2) * SLIP.height
      const startsPage = place === 0 && (index > 0 || group > 0)
      const drawn = drawSlip(sheet, name, slip, { x, y })
      return [...(startsPage ? [{ text: '', pageBreak: 'before' } as const] : []), ...drawn]
    }),
  )
  return drawPdf({
    info: { title: sheet.title },
    pageSize: 'A4',
    pageMargins: 0,
    background: () => ({ canvas: cutMarks() }),
    ...(sheet.logo && { images: { logo: `data:image/png;base64,${Buffer.from(sheet.logo).toString('base64')}` } }),
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    content,
  })
}

function drawSlip(
  { organizationName, logo, isReachable }: Sheet,
  groupName: string,
  slip: Slip,
  { x, y }: { readonly x: number; readonly y: number },
): Content[] {
  const whole = SLIP.width - 2 * EDGE
  const width = whole - QR - GAP
  const uses = texts('slip.until', { date: day.format(slip.expiresAt), uses: slip.usesLeft })
  // With codes everything else is a little smaller: no line may ever lie over another, or beyond the cut.
  const hasCodes = slip.codes.length > 0
  const what = texts('slip.what', { group: shorten(groupName, 40) })
  const words: Content[] = [
    drawOrganization(shorten(organizationName, logo ? 48 : 60), logo !== undefined),
    { text: texts('slip.for'), fontSize: 8, color: GREY, margin: [0, 4, 0, 0] },
    { text: slip.name, fontSize: 15, bold: true, margin: [0, 0, 0, 2] },
    { text: what, fontSize: hasCodes ? 9 : 10.5, margin: [0, 0, 0, hasCodes ? 3 : 5] },
    { text: texts('slip.how'), fontSize: hasCodes ? 8 : 9 },
  ]
  const inside: Content[] = [
    {
      columns: [
        { width, stack: words },
        { width: QR, qr: slip.url, fit: QR, eccLevel: 'M' },
      ],
      columnGap: GAP,
    },
    ...drawCodes(slip.codes),
    ...drawAddress(slip.url, uses, isReachable),
  ]
  return [{ columns: [{ width: whole, stack: inside }], absolutePosition: { x: x + EDGE, y: y + EDGE - 4 } }]
}

function drawOrganization(name: string, hasLogo: boolean): Content {
  const text = { text: name, fontSize: 8, color: GREY }
  if (!hasLogo) return text
  const picture = { image: 'logo', width: 20, height: 20 }
  return { columns: [picture, { ...text, margin: [0, 2, 0, 0] }], columnGap: 6 }
}

function drawCodes(codes: readonly string[]): Content[] {
  if (codes.length === 0) return []
  return [
    { text: texts('slip.codes'), fontSize: 8, color: GREY, margin: [0, 4, 0, 1] },
    { text: codes.join('    '), fontSize: codes.length > 3 ? 8 : 12, bold: true },
  ]
}

function drawAddress(url: string, uses: string, isReachable: boolean): Content[] {
  const hint = isReachable ? texts('slip.address') : texts('slip.local')
  return [
    { text: `${uses} ${hint}`, fontSize: 7, color: GREY, margin: [0, 4, 0, 0] },
    { text: url, fontSize: 7.5 },
  ]
}

/** Thin dashes where to cut. */
function cutMarks() {
  const dash = { length: 3, space: 4 }
  const line = { type: 'line', lineWidth: 0.5, lineColor: '#b9b3a6', dash } as const
  const across = [1, 2, 3].map((row) => ({
    ...line,
    x1: 0,
    x2: PAGE.width,
    y1: row * SLIP.height,
    y2: row * SLIP.height,
  }))
  return [...across, { ...line, x1: SLIP.width, x2: SLIP.width, y1: 0, y2: PAGE.height }]
}

const shorten = (text: string, max: number) => (text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`)
