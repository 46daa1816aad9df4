import { Worker } from 'node:worker_threads'
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_LINES } from '@kolosok/contract'
import { createSlots } from '#platform/slots.ts'
import type { Given, Table, TableRefusal } from './parse-table.ts'

/** A list of 6 000 lines takes a tenth of both. */
const MEMORY_MB = 256
const LONGEST_MS = 20_000
const inTurn = createSlots(2)

/** Never more memory or time than a list of people can need, whatever the file says of itself, however many come at once. */
export const readTable = (given: Given): Promise<Table | TableRefusal> => inTurn(() => read(given))

function read(given: Given): Promise<Table | TableRefusal> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
      workerData: { given, limits: { lines: MAX_IMPORT_LINES, columns: MAX_IMPORT_COLUMNS } },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const deadline = setTimeout(() => void finish('table-too-heavy'), LONGEST_MS)
    async function finish(result: Table | TableRefusal): Promise<void> {
      clearTimeout(deadline)
      resolve(result)
      await worker.terminate()
    }
    worker.once('message', (table: Table | TableRefusal) => void finish(table))
    worker.once('error', () => void finish('table-too-heavy'))
  })
}
