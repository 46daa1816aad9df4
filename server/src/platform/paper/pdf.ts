import type { Content } from 'pdfmake/interfaces.js'
import type { Block, Paper } from './paper.ts'
import { drawPdf } from '#platform/pdf.ts'

/** Points: 3 cm to bind, as on paper for the files (GOST R 7.0.97-2016, 3.2). */
const MARGINS: [number, number, number, number] = [85, 57, 43, 57]

export const drawPaperPdf = ({ title, blocks }: Paper): Promise<Buffer> =>
  drawPdf({
    info: { title },
    pageSize: 'A4',
    pageMargins: MARGINS,
    defaultStyle: { font: 'Roboto', fontSize: 12, lineHeight: 1.25 },
    content: blocks.map(draw),
    // No subheading stays alone at the foot of a page.
    pageBreakBefore: ({ headlineLevel }, nodes) => headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
  })

function draw(block: Block): Content {
  switch (block.kind) {
    case 'centred':
      return { text: block.text, alignment: 'center', margin: [0, 0, 0, 4] }
    case 'heading':
      return { text: block.text, alignment: 'center', bold: true, fontSize: 14, margin: [0, 14, 0, 10] }
    case 'subheading':
      return { text: block.text, bold: true, headlineLevel: 1, margin: [0, 12, 0, 4] }
    case 'columns':
      return {
        columns: [block.left, block.right].map((lines) => ({ width: '*', stack: lines.map((text) => text || ' ') })),
        columnGap: 30,
        margin: [0, 14, 0, 10],
        unbreakable: true,
      }
    case 'right':
      return { text: block.text, margin: [230, 0, 0, 4] }
    case 'text':
      return { text: block.text, alignment: 'justify', leadingIndent: 35, margin: [0, 4, 0, 4] }
    case 'listed':
      return { ul: [...block.items], margin: [18, 0, 0, 6] }
    case 'ends':
      return {
        columns: [{ text: block.left }, { text: block.right, alignment: 'right' }],
        margin: [0, 4, 0, 10],
      }
    case 'signature':
      return {
        columns: [
          { width: '*', text: block.who },
          { width: 130, text: '_'.repeat(20), alignment: 'center' },
          { width: '*', text: block.name, alignment: 'right' },
        ],
        margin: [0, 22, 0, 0],
        unbreakable: true,
      }
  }
}
