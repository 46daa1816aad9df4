import { parentPort, workerData } from 'node:worker_threads'
import { whyRefused } from './refusal.ts'
import { inspectPdf } from './inspect-pdf.ts'

const { path } = workerData as { readonly path: string }
parentPort?.postMessage({ reason: await inspectPdf(path).then(() => null, whyRefused) })
