import { lookApart } from '#platform/apart.ts'
import { createSlots } from '#platform/slots.ts'

const allowed = { memoryMb: 256, longestMs: 10_000 }
const program = new URL('./open-docx-worker.ts', import.meta.url)
/** Anybody may send one in. */
const inTurn = createSlots(2)

/** What an order in DOCX says, as plain lines; nothing where it takes more than an order needs. */
export const readOrderWords = async (bytes: Buffer): Promise<string> => (await openDocx(bytes, 'words')) ?? ''

/** The same as a page, without styles of its own; undefined where it takes more than an order needs. */
export const readOrderPage = (bytes: Buffer, longestMs?: number): Promise<string | undefined> =>
  openDocx(bytes, 'page', longestMs)

/** A megabyte of it can take a minute and all the memory there is. */
const openDocx = (bytes: Buffer, as: 'words' | 'page', longestMs = allowed.longestMs) =>
  inTurn(() => lookApart<string>(program, { bytes, as }, { ...allowed, longestMs }))
