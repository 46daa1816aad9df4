import type { ChatId } from '@kolosok/contract'
import { accessChat, type ChatAction, type ChatContext, type ClearedChat, lockChat } from '#chats/index.ts'
import type { Actor } from '#platform/actor.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { shareStructure } from './follow.store.ts'

/**
 * Work that puts somebody into a chat: who belongs where stands still meanwhile, or somebody who is just leaving would
 * come in behind the back of the change that takes them out of everything.
 */
export async function underStructure<R>(
  { db }: Pick<ChatContext, 'db'>,
  actor: Actor,
  { chatId, action }: { readonly chatId: ChatId; readonly action: ChatAction },
  work: (tx: Tx, chat: ClearedChat, afterCommit: AfterCommit) => Promise<R>,
): Promise<R> {
  return transact(db, async (tx, afterCommit) => {
    const { organizationId } = await accessChat(tx, actor, chatId, action)
    // In the order in which the structure's own changes lock: the structure first, then chats.
    if (organizationId) await shareStructure(tx, organizationId)
    await lockChat(tx, chatId)
    return work(tx, await accessChat(tx, actor, chatId, action), afterCommit)
  })
}
