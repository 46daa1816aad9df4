import type { CallId } from '@kolosok/contract'
import { accessChat, type ClearedChat } from '#chats/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { type CallAction, type CallFacts, callPolicy } from './policy.ts'
import { findStanding } from './door.store.ts'
import { findCall, type StoredCall } from './store.ts'

/** A call this actor has been cleared for. Only `accessCall` makes one. */
export type ClearedCall = StoredCall & { readonly chat: ClearedChat; readonly facts: CallFacts }

/** The only door to a call. It leads through its chat's: a call of another's chat answers like none. */
export async function accessCall(db: Db, actor: Actor, id: CallId, action: CallAction): Promise<ClearedCall> {
  const call = await findCall(db, id)
  if (!call) throw new AppError('not-found')
  const chat = await accessChat(db, actor, call.chatId, 'see')
  const facts: CallFacts = {
    chatKind: call.chatKind,
    chatState: chat.state,
    state: stateOf(call),
    isModerator: chat.chatRole === 'moderator',
    isStaff: chat.isStaff,
    isShown: chat.visibleFromSeq <= call.seq,
    isStarter: call.startedBy === actor.accountId,
    hasWaitingRoom: call.hasWaitingRoom,
    ...(await findStanding(db, id, actor.accountId)),
  }
  const verdict = callPolicy[action](facts)
  if (verdict !== 'allow') throw new AppError(verdict)
  return { ...call, chat, facts }
}

type Stages = { readonly chatKind: CallFacts['chatKind'] } & {
  readonly answeredAt: Date | null
  readonly endedAt: Date | null
}

/** Only a direct call rings: a group's is there for whoever comes. */
export function stateOf({ chatKind, answeredAt, endedAt }: Stages): CallFacts['state'] {
  if (endedAt) return 'ended'
  return chatKind === 'direct' && !answeredAt ? 'ringing' : 'active'
}
