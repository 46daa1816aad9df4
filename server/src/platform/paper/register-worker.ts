import { parentPort, workerData } from 'node:worker_threads'
import { printableLines } from './printable.ts'
import { drawRegisterPdf, drawRegisterXlsx, type Register } from './register.ts'

const draw = { pdf: drawRegisterPdf, xlsx: drawRegisterXlsx } as const

const { format, register } = workerData as { format: keyof typeof draw; register: Register }
parentPort?.postMessage(await draw[format](printableLines(register)))
