import type { Call, CallId, ChatId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessChat, lockChat } from '#chats/index.ts'
import { insertCallRecord } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { transact, type Tx } from '#platform/db.ts'
import { requireLivekit } from '#rooms/index.ts'
import type { CallContext } from './context.ts'
import { getCall } from './get-call.ts'
import { journalOf } from './journal.ts'
import { tellChat } from './locked.ts'
import { recordOf } from './record.ts'
import { hasWaitingRoom } from './door.store.ts'
import { findCall, findRunningCall, insertCall, type StoredCall } from './store.ts'

type Input = { readonly chatId: ChatId; readonly callId: CallId }

/** One call at a time in a chat: who comes second gets the one that runs. */
export async function startCall(context: CallContext, actor: Actor, { chatId, callId }: Input): Promise<Call> {
  const id = await transact(context.db, async (tx, afterCommit) => {
    if (!(await lockChat(tx, chatId))) throw new AppError('not-found')
    const chat = await accessChat(tx, actor, chatId, 'call')
    const known = await findStarted(tx, actor, { chatId, callId })
    if (known) return known.id
    // With a waiting room, only whoever lets people in begins.
    if (chat.chatRole !== 'moderator' && (await hasWaitingRoom(tx, chatId))) throw new AppError('host-not-here')
    requireLivekit(context)

    const startedBy = actor.accountId
    const call = { id: callId, chatId, startedBy, startedAt: context.clock() }
    const record = recordOf({ ...call, answeredAt: null, endedAt: null, outcome: null }, 0, false)
    const messageId = await insertCallRecord(context, tx, afterCommit, { chatId, authorId: startedBy, call: record })
    const answeredAt = chat.kind === 'direct' ? null : call.startedAt
    await insertCall(tx, { ...call, messageId, answeredAt })
    await recordAudit(tx, actor, {
      organizationId: journalOf(chat),
      action: 'call.started',
      subjectKind: 'call',
      subjectId: callId,
      details: { chatId },
    })
    await tellChat(context, tx, afterCommit, call)
    return callId
  })
  return getCall(context, actor, id)
}

/** A retry, or somebody else was first. */
async function findStarted(tx: Tx, actor: Actor, { chatId, callId }: Input): Promise<StoredCall | undefined> {
  const same = await findCall(tx, callId)
  if (same && (same.chatId !== chatId || same.startedBy !== actor.accountId)) throw new AppError('call-id-taken')
  return same ?? findRunningCall(tx, chatId)
}
