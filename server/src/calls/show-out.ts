import type { AccountId, ChatId, Message, SessionId } from '@kolosok/contract'
import { publishStale } from '#platform/bus.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { attempt } from '#rooms/index.ts'
import type { CallContext } from './context.ts'
import { settleCall } from './locked.ts'
import { findParticipantId, findRunningCall, listSeatsOfSessions, type Seat } from './store.ts'
import { visits } from './visit.store.ts'
import { noteWhoIsIn } from './who-is-in.ts'

const LEAVING: readonly Message['kind'][] = ['members-left', 'chat-changed']

/** Whoever is no longer in the chat, or signed out, leaves the call. Should this be lost, the next comparison sees it. */
export function followDepartures(context: CallContext): void {
  context.bus.listen((event) => {
    if (event.type === 'sessions-ended') void showOutSessions(context, event.sessionIds)
    if (event.type !== 'chat') return
    const { chatId, messages } = event.changes
    const left = messages.filter(({ kind }) => LEAVING.includes(kind)).flatMap(({ subjectIds }) => subjectIds)
    if (left.length > 0) void showOutMembers(context, chatId, left)
  })
}

async function showOutMembers(context: CallContext, chatId: ChatId, accountIds: readonly AccountId[]): Promise<void> {
  const call = await findRunningCall(context.db, chatId).catch(() => undefined)
  if (!call) return
  // It rings for them no more.
  publishStale(context.bus, accountIds, 'calls')
  for (const accountId of accountIds) await noteDeparture(context, { callId: call.id, accountId })
}

async function showOutSessions(context: CallContext, sessionIds: readonly SessionId[]): Promise<void> {
  for (const seat of await listSeatsOfSessions(context.db, sessionIds).catch(() => []))
    await noteDeparture(context, seat)
}

async function noteDeparture(context: CallContext, { callId, accountId }: Seat): Promise<void> {
  await settleCall(context, callId, async (tx, call, afterCommit) => {
    await showOut(context, tx, afterCommit, { callId, accountId })
    if (call.endedAt) return
    await visits.endAll(tx, callId, context.clock(), accountId)
    await noteWhoIsIn(context, tx, afterCommit, call)
  }).catch((error: unknown) => {
    context.log.warn({ err: error }, 'a departure was not noted; the next comparison sees it')
  })
}

/** Out of the room, whichever device it is on. */
export async function showOut(
  context: CallContext,
  tx: Tx,
  afterCommit: AfterCommit,
  { callId, accountId }: Seat,
): Promise<void> {
  const participantId = await findParticipantId(tx, callId, accountId)
  if (participantId === undefined) return
  afterCommit(() => {
    attempt(context, context.media.removeParticipant(callId, participantId))
  })
}
