import { Worker } from 'node:worker_threads'

type Allowed = { readonly memoryMb: number; readonly longestMs: number }

/**
 * What strangers hand in is looked into on a thread of its own, which posts one message: no more memory or time than such
 * a thing needs, whatever it says of itself, and nobody else waits for it. Undefined where that was not enough.
 */
export function lookApart<T>(
  program: URL,
  workerData: unknown,
  { memoryMb, longestMs }: Allowed,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(program, { workerData, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    const deadline = setTimeout(() => void finish(undefined), longestMs)
    async function finish(found: T | undefined): Promise<void> {
      clearTimeout(deadline)
      resolve(found)
      await worker.terminate()
    }
    worker.once('message', (found: T) => void finish(found))
    worker.once('error', () => void finish(undefined))
  })
}
