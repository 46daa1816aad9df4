import type { Readable } from 'node:stream'
import { type ApplicationOrder, MAX_ORDER_BYTES } from '@kolosok/contract'
import { type Inspected, receiveFile, refuseFile } from '#files/index.ts'
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
  // The one before was nobody's yet: the sweep takes it, unless it is being submitted this very moment.
  await transact(context.db, (tx) => putUploadedOrder(tx, hashLink(token), id))
  return order
}

function checkType({ mediaType }: Inspected): void {
  if (!taken.has(mediaType)) throw refuseFile('order-type')
}
