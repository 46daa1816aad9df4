import type { ChatId } from '@kolosok/contract'
import { accessChat, type ChatContext } from '#chats/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { hasNewsForOthers, raiseReadSeq, updateMuted } from './own.store.ts'
import { findOwn, type Own } from './store.ts'
import { tellOwn } from './tell-own.ts'

/** Marks as read up to `seq`; an older mark than the one there changes nothing. */
export async function markRead(
  context: ChatContext,
  actor: Actor,
  { chatId, seq }: { chatId: ChatId; seq: number },
): Promise<Own> {
  const { accountId } = actor
  return changeOwn(context, actor, chatId, async (tx, afterCommit) => {
    if (!(await raiseReadSeq(tx, { chatId, accountId, seq }))) return false
    const isNews = await hasNewsForOthers(tx, { chatId, accountId, seq })
    afterCommit(() => {
      if (!isNews) return
      const frame = { type: 'read', chatId, accountId, seq } as const
      context.bus.publish({ type: 'roster', chatId, except: accountId, frame })
    })
    return true
  })
}

export async function setMuted(
  context: ChatContext,
  actor: Actor,
  { chatId, isMuted }: { chatId: ChatId; isMuted: boolean },
): Promise<{ isMuted: boolean }> {
  const { accountId } = actor
  return changeOwn(context, actor, chatId, (tx) => updateMuted(tx, { chatId, accountId, isMuted }))
}

/** One's own settings of a chat: at the next revision of the account, told to its own sockets only. */
export async function changeOwn(
  { db, bus }: ChatContext,
  actor: Actor,
  chatId: ChatId,
  change: (tx: Tx, afterCommit: AfterCommit) => Promise<boolean>,
): Promise<Own> {
  const { accountId } = actor
  return transact(db, async (tx, afterCommit) => {
    await accessChat(tx, actor, chatId, 'see')
    const isChanged = await change(tx, afterCommit)
    const own = isChanged
      ? await tellOwn(bus, tx, { chatId, accountId }, afterCommit)
      : await findOwn(tx, chatId, accountId)
    if (!own) throw new AppError('not-found')
    return own
  })
}
