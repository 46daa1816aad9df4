import type { OutgoingLetter } from '@kolosok/contract'
import { type Db, type Tx } from './db.ts'
import { newId } from './new-id.ts'
import type { SendFailure } from './send-failure.ts'

/** Written down with what causes it: it waits exactly if the letter does. */
export async function insertOutgoing(tx: Tx, aboutId: string, now: Date): Promise<string> {
  const id = newId()
  await tx.insertInto('outgoing_letter').values({ id, about_id: aboutId, state: 'waiting', at: now }).execute()
  return id
}

export async function updateSent(db: Db, id: string): Promise<void> {
  await db.updateTable('outgoing_letter').set({ state: 'sent', reason: null }).where('id', '=', id).execute()
}

/** It failed once more; whether it is tried again. */
export async function updateFailed(
  db: Db,
  id: string,
  { kind, maxAttempts }: { kind: SendFailure['kind']; maxAttempts: number },
): Promise<void> {
  await db
    .updateTable('outgoing_letter')
    .set((eb) => ({
      reason: kind,
      attempts: eb('attempts', '+', 1),
      state: eb
        .case()
        .when(eb.or([eb.val(kind === 'refused'), eb('attempts', '>=', maxAttempts - 1)]))
        .then('failed' as const)
        .else('waiting' as const)
        .end(),
    }))
    .where('id', '=', id)
    .execute()
}

/** The last one about this; null where none was sent. */
export async function findOutgoing(db: Db, aboutId: string): Promise<OutgoingLetter | null> {
  const row = await db
    .selectFrom('outgoing_letter')
    .where('about_id', '=', aboutId)
    .select(['state', 'reason', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, at: row.at.toISOString() } : null
}

export async function deleteOutgoingBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('outgoing_letter').where('at', '<', before).execute()
}
