import type { FileRefusal } from '@kolosok/contract'
import { lookApart } from '#platform/apart.ts'
import { createSlots } from '#platform/slots.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { refuseFile } from './refusal.ts'

/** Looked through sooner than a thread begins, whatever is in it. */
const SMALL = 128 * 1024
/** The largest takes some seconds; written for nothing but to be looked through, a minute. */
const allowed = { memoryMb: 768, longestMs: 30_000 }
const program = new URL('./pdf-worker.ts', import.meta.url)
const inTurn = createSlots(2)

/** Nobody's message waits for what somebody uploads. */
export async function inspectPdfApart(path: string, size: number): Promise<void> {
  if (size <= SMALL) return inspectPdf(path)
  const seen = await inTurn(() => lookApart<{ readonly reason: FileRefusal | null }>(program, { path }, allowed))
  const reason = seen ? seen.reason : 'file-broken'
  if (reason) throw refuseFile(reason)
}
