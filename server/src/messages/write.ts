import type { ChatId, Message } from '@kolosok/contract'
import { accessChat, type ChatAction, type ChatContext, type ClearedChat, lockChat, type Turn } from '#chats/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Bus } from '#platform/bus.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { presentMessage } from './present.ts'
import type { StoredMessage } from './store.ts'

/** Without a turn nothing changed: a retry, or something that was already so. */
type Written = { readonly message?: StoredMessage; readonly turn?: Turn }

type Cleared<R> = (tx: Tx, chat: ClearedChat, afterCommit: AfterCommit) => Promise<R>
type Door = { readonly chatId: ChatId; readonly action: ChatAction }

/** Whom it is said by; a job speaks for an account without a session. */
export type Speaker = Pick<Actor, 'accountId'>
/** What writing in a chat needs. */
export type WriteContext = Pick<ChatContext, 'db' | 'bus'>

/** Work under the chat's lock by an actor cleared there. */
export async function underChatLock<R>(
  { db }: Pick<ChatContext, 'db'>,
  actor: Speaker,
  { chatId, action }: Door,
  work: Cleared<R>,
): Promise<R> {
  return transact(db, async (tx, afterCommit) => {
    if (!(await lockChat(tx, chatId))) throw new AppError('not-found')
    // Only after the lock: a statement that had to wait for it still sees the members of before.
    return work(tx, await accessChat(tx, actor, chatId, action), afterCommit)
  })
}

/** One change under the chat's lock: clear the actor, write, commit; then the hub gets it. */
export async function writeInChat<W extends Written>(
  context: WriteContext,
  actor: Speaker,
  door: Door,
  write: Cleared<W>,
): Promise<W> {
  return underChatLock(context, actor, door, async (tx, chat, afterCommit) => {
    const written = await write(tx, chat, afterCommit)
    const { message, turn } = written
    if (message && turn) {
      afterCommit(() => {
        publish(context.bus, presentMessage(message), turn.audienceVersion)
      })
    }
    return written
  })
}

export function publish(bus: Bus, message: Message, audienceVersion: number): void {
  const { chatId, rev } = message
  bus.publish({
    type: 'chat',
    changes: { chatId, since: rev - 1, rev, reset: false, messages: [message] },
    audienceVersion,
  })
}
