import type { Readable } from 'node:stream'
import { type ApplicationOrder, MAX_ORDER_BYTES } from '@kolosok/contract'
import { detachFiles, holdFile, type Inspected, receiveFile, refuseFile } from '#files/index.ts'
import { transact } from '#platform/db.ts'
import type { ApplicationsContext } from './context.ts'
import { hashLink } from './link.ts'
import { findMailed } from './mailed.store.ts'
import { putUploadedOrder } from './store.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const taken = new Set(['application/pdf', DOCX, 'image/jpeg', 'image/png', 'image/heic', 'image/heif'])

type Upload = { readonly token: string; readonly name: string; readonly source: Readable }

/** Keeps the order of an application that is still being written; the next one takes its place. */
export async function putOrder(
  context: ApplicationsContext,
  { token, name, source }: Upload,
): Promise<ApplicationOrder> {
  const { id, ...order } = await receiveFile(context, { source, name, maxSize: MAX_ORDER_BYTES, check: checkType })
  const tokenHash = hashLink(token)
  await transact(context.db, async (tx) => {
    const before = await findMailed(tx, tokenHash)
    // The one before was nobody's yet: the sweep takes it, unless it is being submitted this very moment.
    await putUploadedOrder(tx, tokenHash, id)
    if (!before) return
    // What a letter has begun waits longer than a day, and its order with it.
    await holdFile(tx, id)
    if (before.orderFileId !== null) await detachFiles(tx, [before.orderFileId])
  })
  return order
}

export function checkType({ mediaType }: Inspected): void {
  if (!taken.has(mediaType)) throw refuseFile('order-type')
}
