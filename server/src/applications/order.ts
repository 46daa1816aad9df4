import type { Readable } from 'node:stream'
import { type ApplicationOrder, MAX_ORDER_BYTES } from '@kolosok/contract'
import { detachFiles, type Inspected, receiveFile, refuseFile } from '#files/index.ts'
import { transact } from '#platform/db.ts'
import type { ApplicationsContext } from './context.ts'
import { hashLink } from './link.ts'
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
  await transact(context.db, async (tx) => {
    const before = await putUploadedOrder(tx, hashLink(token), id)
    if (before) await detachFiles(tx, [before])
  })
  return order
}

function checkType({ mediaType }: Inspected): void {
  if (!taken.has(mediaType)) throw refuseFile('order-type')
}
