import { Worker } from 'node:worker_threads'

const MEMORY_MB = 256
const LONGEST_MS = 10_000

/** What an order in DOCX says, as plain lines; nothing where it takes more than an order needs. */
export function readOrderWords(bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./order-words-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const deadline = setTimeout(() => void finish(''), LONGEST_MS)
    async function finish(words: string): Promise<void> {
      clearTimeout(deadline)
      resolve(words)
      await worker.terminate()
    }
    worker.once('message', (words: string) => void finish(words))
    worker.once('error', () => void finish(''))
  })
}
