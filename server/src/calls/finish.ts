import type { Call } from '@kolosok/contract'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { stopRecording } from '#recordings/index.ts'
import { attempt } from '#rooms/index.ts'
import type { CallContext } from './context.ts'
import { endGuestVisits } from './guest.store.ts'
import { tellChat } from './locked.ts'
import { updateRecord } from './record.ts'
import { recordedCalls } from './recorded-calls.ts'
import { type StoredCall, updateEnded } from './store.ts'
import { visits } from './visit.store.ts'

type End = { readonly outcome: NonNullable<Call['outcome']>; readonly at: Date }

/** The call is over, for everybody. Once is enough: whoever comes second finds it ended. */
export async function finishCall(
  context: CallContext,
  tx: Tx,
  afterCommit: AfterCommit,
  { call, outcome, at }: End & { call: StoredCall },
): Promise<void> {
  if (call.endedAt) return
  await visits.endAll(tx, call.id, at)
  await endGuestVisits(tx, call.id, at)
  const recording = { rooms: recordedCalls(context), room: call.id, stoppedFor: 'over' as const }
  await stopRecording(tx, context, null, recording, afterCommit)
  await updateEnded(tx, call.id, { at, outcome })
  await updateRecord(context, tx, afterCommit, { ...call, endedAt: at, outcome })
  await tellChat(context, tx, afterCommit, call)
  afterCommit(() => {
    attempt(context, context.media.closeRoom(call.id))
  })
}
