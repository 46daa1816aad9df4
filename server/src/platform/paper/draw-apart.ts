import { Worker } from 'node:worker_threads'

const MEMORY_MB = 768

/** Has a paper drawn on a thread of its own, so that no chat waits for it. */
export function drawApart(program: URL, workerData: object): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
    worker.once('message', (bytes: Uint8Array) => {
      resolve(Buffer.from(bytes))
      void worker.terminate()
    })
    worker.once('error', reject)
  })
}
