import { Worker } from 'node:worker_threads'
import { createSlots } from '#platform/slots.ts'

const MEMORY_MB = 256
const LONGEST_MS = 10_000
/** Anybody may send one in. */
const inTurn = createSlots(2)

/** What an order in DOCX says, as plain lines; nothing where it takes more than an order needs. */
export const readOrderWords = async (bytes: Buffer): Promise<string> => (await openDocx(bytes, 'words')) ?? ''

/** The same as a page, without styles of its own; undefined where it takes more than an order needs. */
export const readOrderPage = (bytes: Buffer, longestMs = LONGEST_MS): Promise<string | undefined> =>
  openDocx(bytes, 'page', longestMs)

/** A megabyte of it can take a minute and all the memory there is. */
const openDocx = (bytes: Buffer, as: 'words' | 'page', longestMs = LONGEST_MS) =>
  inTurn(() => open(bytes, as, longestMs))

function open(bytes: Buffer, as: 'words' | 'page', longestMs: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./open-docx-worker.ts', import.meta.url), {
      workerData: { bytes, as },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const deadline = setTimeout(() => void finish(undefined), longestMs)
    async function finish(text: string | undefined): Promise<void> {
      clearTimeout(deadline)
      resolve(text)
      await worker.terminate()
    }
    worker.once('message', (text: string) => void finish(text))
    worker.once('error', () => void finish(undefined))
  })
}
