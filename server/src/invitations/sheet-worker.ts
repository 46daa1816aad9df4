import { parentPort, workerData } from 'node:worker_threads'
import { drawSheet, type Sheet } from './draw-sheet.ts'

// Hundreds of codes take seconds: on a thread of its own, so that no chat waits for a paper.
parentPort?.postMessage(await drawSheet(workerData as Sheet))
