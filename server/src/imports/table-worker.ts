import { parentPort, workerData } from 'node:worker_threads'
import { type Given, type Limits, parseTable } from './parse-table.ts'

// A sheet can hold a thousand times its size: on a thread whose memory is bounded, and which can be ended.
const { given, limits } = workerData as { given: Given; limits: Limits }
parentPort?.postMessage(await parseTable(given, limits))
