import type { AfterCommit, Tx } from '#platform/db.ts'
import type { CallContext } from './context.ts'
import { updateRecord } from './record.ts'
import { type StoredCall, updateIdle } from './store.ts'
import { countPeople, type Counts } from './visit.store.ts'

/** After somebody came or went: is it still a call, and has anyone new taken part? */
export async function noteWhoIsIn(
  context: CallContext,
  tx: Tx,
  afterCommit: AfterCommit,
  call: StoredCall,
  before?: Counts,
): Promise<void> {
  const now = await countPeople(tx, call.id)
  const isCall = now.present >= (call.chatKind === 'direct' ? 2 : 1)
  if (isCall !== (call.idleSince === null)) await updateIdle(tx, call.id, isCall ? null : context.clock())
  if (before && before.participants !== now.participants) await updateRecord(context, tx, afterCommit, call)
}
