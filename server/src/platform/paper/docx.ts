import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Paper } from './paper.ts'

const mm = convertMillimetersToTwip
/** 3 cm to bind, as on paper for the files (GOST R 7.0.97-2016, 3.2). */
const MARGINS = { left: mm(30), right: mm(15), top: mm(20), bottom: mm(20) }
const LINE = mm(210 - 30 - 15)

const LIST = 'list'
/** Half-points. */
const FONT = { font: 'Times New Roman', size: 26 }
const heading1 = {
  run: { ...FONT, bold: true, color: '000000' },
  paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 200 }, keepNext: true },
}
const heading2 = {
  run: { ...FONT, bold: true, color: '000000' },
  paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
}

export function drawPaperDocx({ title, blocks }: Paper): Promise<Buffer> {
  const document = new Document({
    title,
    creator: '',
    styles: { default: { document: { run: FONT }, heading1, heading2 } },
    numbering: { config: [{ reference: LIST, levels: [dashes] }] },
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin: MARGINS } },
        children: blocks.flatMap(draw),
      },
    ],
  })
  return Packer.toBuffer(document)
}

const dashes = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '–',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: mm(18), hanging: mm(6) } } },
}

function draw(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'centred':
      return [line({ alignment: AlignmentType.CENTER, text: block.text })]
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, text: block.text })]
    case 'subheading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text })]
    case 'columns':
      return [sideBySide(block.left, block.right)]
    case 'right':
      return [line({ text: block.text, indent: { left: mm(85) } })]
    case 'text':
      return [line({ text: block.text, alignment: AlignmentType.JUSTIFIED, indent: { firstLine: mm(12.5) } })]
    case 'listed':
      return block.items.map((text) => line({ text, numbering: { reference: LIST, level: 0 } }))
    case 'ends':
      return [tabbed([block.left, block.right], { after: 200 })]
    case 'signature':
      return [tabbed([block.who, '_'.repeat(18), block.name], { before: 480 })]
  }
}

/** Without borders, a row that no page breaks. */
function sideBySide(...columns: (readonly string[])[]): Table {
  const width = Math.floor(LINE / columns.length)
  const cells = columns.map(
    (texts) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        children: texts.length === 0 ? [new Paragraph('')] : texts.map((text) => new Paragraph({ text })),
      }),
  )
  return new Table({
    columnWidths: columns.map(() => width),
    width: { size: LINE, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    rows: [new TableRow({ cantSplit: true, children: cells })],
  })
}

const line = (options: IParagraphOptions) => new Paragraph({ spacing: { after: 80, line: 320 }, ...options })

/** On one line: the first at the left, the last at the right, one between them in the middle. */
function tabbed(parts: readonly string[], spacing: { before?: number; after?: number }): Paragraph {
  const middle = parts.length > 2 ? [{ type: TabStopType.CENTER, position: LINE / 2 }] : []
  return new Paragraph({
    spacing,
    tabStops: [...middle, { type: TabStopType.RIGHT, position: LINE }],
    children: parts.map((text, index) => new TextRun({ children: index === 0 ? [text] : [new Tab(), text] })),
  })
}
