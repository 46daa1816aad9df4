import type { Call } from '@kolosok/contract'
import type { AfterCommit, Tx } from '#platform/db.ts'
import type { CallContext } from './context.ts'
import { tellChat } from './locked.ts'
import { updateRecord } from './record.ts'
import { type StoredCall, updateEnded } from './store.ts'
import { updateLeft } from './visit.store.ts'

type End = { readonly outcome: NonNullable<Call['outcome']>; readonly at: Date }

/** The call is over, for everybody. Once is enough: whoever comes second finds it ended. */
export async function finishCall(
  context: CallContext,
  tx: Tx,
  afterCommit: AfterCommit,
  { call, outcome, at }: End & { call: StoredCall },
): Promise<void> {
  if (call.endedAt) return
  await updateLeft(tx, call.id, at)
  await updateEnded(tx, call.id, { at, outcome })
  await updateRecord(context, tx, afterCommit, { ...call, endedAt: at, outcome })
  await tellChat(context, tx, afterCommit, call)
  afterCommit(() => {
    attempt(context, context.media.closeRoom(call.id))
  })
}

/** What LiveKit doesn't hear now, the keeper's next round says again. */
export function attempt(context: CallContext, said: Promise<void>): void {
  void attemptNow(context, said)
}

export async function attemptNow({ log }: CallContext, said: Promise<void>): Promise<void> {
  await said.catch((error: unknown) => {
    log.warn({ err: error }, 'LiveKit did not hear us; the next round says it again')
  })
}
