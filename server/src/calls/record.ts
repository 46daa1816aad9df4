import type { CallRecord } from '@kolosok/contract'
import { updateCallRecord } from '#messages/index.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { hasRecording } from '#recordings/index.ts'
import type { CallContext } from './context.ts'
import type { StoredCall } from './store.ts'
import { countPeople } from './visit.store.ts'

type Recorded = Pick<StoredCall, 'id' | 'startedAt' | 'answeredAt' | 'endedAt'> & Pick<CallRecord, 'outcome'>

/** «Звонок, 14 мин, 6 участников»: what the call's message in its chat says. */
export const recordOf = (
  { id, startedAt, answeredAt, endedAt, outcome }: Recorded,
  participants: number,
  isRecorded: boolean,
): CallRecord => ({
  callId: id,
  // Ringing is no talk yet.
  startedAt: (answeredAt ?? startedAt).toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  participants,
  outcome,
  isRecorded,
})

/** Brings the message up to what the call is now. */
export async function updateRecord(
  context: Pick<CallContext, 'bus'>,
  tx: Tx,
  afterCommit: AfterCommit,
  call: Recorded & Pick<StoredCall, 'chatId' | 'messageId'>,
): Promise<void> {
  const { participants } = await countPeople(tx, call.id)
  const { id, chatId, messageId } = call
  const record = recordOf(call, participants, await hasRecording(tx, id))
  await updateCallRecord(context, tx, afterCommit, { chatId, messageId, call: record })
}
