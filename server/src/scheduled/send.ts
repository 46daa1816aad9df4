import { type Message, type MessageId, scheduledRefusal, type ScheduledRefusal } from '@kolosok/contract'
import type { ChatContext, ClearedChat } from '#chats/index.ts'
import { checkQuoted, presentMessage, say, writeInChat, type WriteContext } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { findSent, getOwn, type Target } from './own-message.ts'
import { deleteScheduled, findScheduled, type StoredScheduled, updateRefused } from './store.ts'
import { tell } from './tell.ts'

/** Its author does not wait for its time. */
export async function sendNow(context: ChatContext, actor: Actor, target: Target): Promise<Message> {
  const door = { chatId: target.chatId, action: 'post' } as const
  const { message } = await writeInChat(context, actor, door, async (tx, chat, afterCommit) => {
    const sent = await findSent(tx, actor.accountId, target)
    if (sent) return { message: sent }
    return sayScheduled(context, tx, { chat, waiting: await getOwn(tx, actor.accountId, target) }, afterCommit)
  })
  return presentMessage(message)
}

/**
 * At its time: said and forgotten in one transaction, so that whatever kills the process it is said once. By the time it
 * is recognized: one that was moved has a job of its own. Whoever may not write at this moment is told why.
 */
export async function sendAtItsTime(
  context: WriteContext,
  given: { readonly messageId: MessageId; readonly sendAt: string },
): Promise<void> {
  const isDue = (found: StoredScheduled | undefined): found is StoredScheduled =>
    found !== undefined && found.refusedWith === null && found.sendAt.toISOString() === given.sendAt
  const due = await findScheduled(context.db, given.messageId)
  if (!isDue(due)) return
  const { chatId, authorId: accountId } = due
  try {
    await writeInChat(context, { accountId }, { chatId, action: 'post' }, async (tx, chat, afterCommit) => {
      // Changed, cancelled or sent by hand while this one waited for the chat.
      const waiting = await findScheduled(tx, given.messageId)
      return isDue(waiting) ? sayScheduled(context, tx, { chat, waiting }, afterCommit) : {}
    })
  } catch (error) {
    // Out of the chat by now: what they had put by there has gone with them.
    if (isMissing(error)) return
    const refusedWith = refusalIn(error)
    if (!refusedWith) throw error
    await refuse(context, due, refusedWith)
  }
}

async function sayScheduled(
  context: WriteContext,
  tx: Tx,
  { chat, waiting }: { readonly chat: ClearedChat; readonly waiting: StoredScheduled },
  afterCommit: AfterCommit,
) {
  const replyToId = await keepQuote(tx, chat, waiting)
  const said = await say(tx, chat, { ...waiting, replyToId })
  await deleteScheduled(tx, waiting.id)
  await tell(context, tx, waiting, afterCommit)
  return said
}

/** What was quoted may lie before the author's time by now: then it is said without. */
async function keepQuote(tx: Tx, chat: ClearedChat, { replyToId }: StoredScheduled): Promise<MessageId | null> {
  return checkQuoted(tx, chat, replyToId).then(
    () => replyToId,
    (error: unknown) => {
      if (error instanceof AppError) return null
      throw error
    },
  )
}

const refusalIn = (error: unknown): ScheduledRefusal | undefined =>
  error instanceof AppError ? scheduledRefusal.safeParse(error.code).data : undefined

const isMissing = (error: unknown): boolean => error instanceof AppError && error.code === 'not-found'

/** The text is kept for its author. By its time, as it is said: one that was moved meanwhile waits for another. */
async function refuse(context: WriteContext, due: StoredScheduled, refusedWith: ScheduledRefusal): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    if (await updateRefused(tx, due, refusedWith)) await tell(context, tx, due, afterCommit)
  })
}
