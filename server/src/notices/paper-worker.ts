import { parentPort, workerData } from 'node:worker_threads'
import { printableLines } from '#platform/paper/printable.ts'
import { drawRegisterPdf, drawRegisterXlsx } from '#platform/paper/register.ts'
import { registerOf } from './draw-register.ts'
import { drawSlips } from './draw-slips.ts'
import type { Papers } from './paper-words.ts'

const draw = {
  'register.pdf': (papers: Papers) => drawRegisterPdf(registerOf(papers)),
  'register.xlsx': (papers: Papers) => drawRegisterXlsx(registerOf(papers)),
  'slips.pdf': drawSlips,
} as const

// Thousands of lines take seconds: on a thread of its own, so that no chat waits for a paper.
const papers = printableLines(workerData as Papers)
parentPort?.postMessage(await draw[papers.kind](papers))
