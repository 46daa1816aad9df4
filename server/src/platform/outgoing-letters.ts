import type { OutgoingLetter } from '@kolosok/contract'
import { type Db, runSql, type Tx } from './db.ts'
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
  return (await findOutgoingOf(db, [aboutId])).get(aboutId) ?? null
}

/** The same of many, in one question. */
export async function findOutgoingOf(db: Db, aboutIds: readonly string[]): Promise<Map<string, OutgoingLetter>> {
  if (aboutIds.length === 0) return new Map()
  const rows = await runSql<Omit<OutgoingLetter, 'at'> & { readonly aboutId: string; readonly at: Date }>(
    db,
    `select distinct on (about_id) about_id as "aboutId", state, reason, at from outgoing_letter
     where about_id = any($1::uuid[]) order by about_id, at desc, id desc`,
    [aboutIds],
  )
  return new Map(rows.map(({ aboutId, at, ...letter }) => [aboutId, { ...letter, at: at.toISOString() }]))
}

/** A server further on has sent it back. False where this is none of ours, or has come back already. */
export async function updateReturned(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outgoing_letter')
    .set({ state: 'failed', reason: 'refused' })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteOutgoingBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('outgoing_letter').where('at', '<', before).execute()
}
