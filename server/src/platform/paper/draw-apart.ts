import { Worker } from 'node:worker_threads'
import { createSlots } from '../slots.ts'

const MEMORY_MB = 768
/** Forty at once took 3.5 GB and kept everything else waiting for seconds. */
const inTurn = createSlots(2)

/** Has a paper drawn on a thread of its own, so that no chat waits for it; papers wait for each other. */
export const drawApart = (program: URL, workerData: object): Promise<Buffer> => inTurn(() => draw(program, workerData))

function draw(program: URL, workerData: object): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
    worker.once('message', (bytes: Uint8Array) => {
      resolve(Buffer.from(bytes))
      void worker.terminate()
    })
    worker.once('error', reject)
  })
}
