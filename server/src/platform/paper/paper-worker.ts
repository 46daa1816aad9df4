import { parentPort, workerData } from 'node:worker_threads'
import { drawPaperDocx } from './docx.ts'
import type { Paper } from './paper.ts'
import { drawPaperPdf } from './pdf.ts'

const draw = { docx: drawPaperDocx, pdf: drawPaperPdf } as const
const { format, paper } = workerData as { readonly format: keyof typeof draw; readonly paper: Paper }
parentPort?.postMessage(await draw[format](paper))
