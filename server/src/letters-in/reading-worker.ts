import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { readLetter } from './read-letter.ts'
import type { ToRead } from './reading.ts'

parentPort?.on('message', ({ path, envelope, own }: ToRead) => {
  readFile(path)
    .then((source) => readLetter(own, source, envelope))
    .then(
      (letter) => parentPort?.postMessage(letter),
      // No parser understands it.
      () => parentPort?.postMessage(undefined),
    )
})
