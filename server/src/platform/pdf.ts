import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js'

const roboto = createRequire(import.meta.url)('pdfmake/fonts/Roboto.js') as TFontDictionary
const fontFiles = new Set<unknown>(Object.values(roboto).flatMap((font): unknown[] => Object.values(font)))
pdfmake.setFonts(roboto)
// Nothing is fetched, and of this machine only the package's own fonts are read.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path))

export const drawPdf = (document: TDocumentDefinitions): Promise<Buffer> => pdfmake.createPdf(document).getBuffer()
