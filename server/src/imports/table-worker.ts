import { parentPort, workerData } from 'node:worker_threads'
import { type Limits, parseTable } from './parse-table.ts'

// A sheet can hold a thousand times its size: on a thread whose memory is bounded, and which can be ended.
const { bytes, limits } = workerData as { bytes: Uint8Array; limits: Limits }
parentPort?.postMessage(await parseTable(bytes, limits))
