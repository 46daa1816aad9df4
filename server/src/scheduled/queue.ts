import { addJob } from '#platform/jobs.ts'
import type { Tx } from '#platform/db.ts'
import type { StoredScheduled } from './store.ts'

export const SEND_SCHEDULED = 'send-scheduled-message'

/** One after another, so that what was meant for the same minute is said in its order. */
export async function queueSending(tx: Tx, { id, sendAt }: Pick<StoredScheduled, 'id' | 'sendAt'>): Promise<void> {
  const payload = { messageId: id, sendAt: sendAt.toISOString() }
  await addJob(tx, SEND_SCHEDULED, payload, { runAt: sendAt, key: `scheduled:${id}`, queue: 'scheduled' })
}
