import { MAX_IMPORT_COLUMNS, MAX_IMPORT_LINES } from '@kolosok/contract'
import { lookApart } from '#platform/apart.ts'
import { createSlots } from '#platform/slots.ts'
import type { Given, Table, TableRefusal } from './parse-table.ts'

/** A list of 6 000 lines takes a tenth of both. */
const allowed = { memoryMb: 256, longestMs: 20_000 }
const program = new URL('./table-worker.ts', import.meta.url)
const limits = { lines: MAX_IMPORT_LINES, columns: MAX_IMPORT_COLUMNS }
const inTurn = createSlots(2)

/** Never more memory or time than a list of people can need, whatever the file says of itself, however many come at once. */
export const readTable = (given: Given): Promise<Table | TableRefusal> =>
  inTurn(async () => (await lookApart<Table | TableRefusal>(program, { given, limits }, allowed)) ?? 'table-too-heavy')
