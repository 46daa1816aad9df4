import type { AccountId, CallId } from '@kolosok/contract'
import { lockChat } from '#chats/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessCall, type ClearedCall } from './access.ts'
import type { CallContext } from './context.ts'
import type { CallAction } from './policy.ts'
import { findCall, listChatAccountIds, type StoredCall } from './store.ts'

/** One act of a person in a call, under its chat's lock: the record in the chat and the call change together. */
export async function actInCall<T>(
  context: CallContext,
  actor: Actor,
  { callId, action }: { callId: CallId; action: CallAction },
  act: (tx: Tx, call: ClearedCall, afterCommit: AfterCommit) => Promise<T>,
): Promise<T> {
  return transact(context.db, async (tx, afterCommit) => {
    const call = await findCall(tx, callId)
    if (!call || !(await lockChat(tx, call.chatId))) throw new AppError('not-found')
    // Only after the lock: a statement that had to wait for it still sees what was before.
    return act(tx, await accessCall(tx, actor, callId, action), afterCommit)
  })
}

/** The same for what happens by itself: LiveKit's news, time passing. Undefined where the call isn't ours. */
export async function settleCall<T>(
  context: Pick<CallContext, 'db'>,
  callId: CallId,
  settle: (tx: Tx, call: StoredCall, afterCommit: AfterCommit) => Promise<T>,
): Promise<T | undefined> {
  return transact(context.db, async (tx, afterCommit) => {
    const known = await findCall(tx, callId)
    if (!known || !(await lockChat(tx, known.chatId))) return undefined
    const call = await findCall(tx, callId)
    return call && settle(tx, call, afterCommit)
  })
}

/** Everybody in the chat looks anew at what rings and what goes on. */
export async function tellChat(
  { bus }: CallContext,
  tx: Tx,
  afterCommit: AfterCommit,
  { chatId }: Pick<StoredCall, 'chatId'>,
): Promise<void> {
  const accountIds = await listChatAccountIds(tx, chatId)
  afterCommit(() => {
    publishStale(bus, accountIds, 'calls')
  })
}

export function tellAccounts({ bus }: CallContext, afterCommit: AfterCommit, ...accountIds: AccountId[]): void {
  afterCommit(() => {
    publishStale(bus, accountIds, 'calls')
  })
}
