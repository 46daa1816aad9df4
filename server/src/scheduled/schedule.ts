import {
  type FileId,
  MAX_SCHEDULED,
  type MessageId,
  SCHEDULED_WITHIN_DAYS,
  type ScheduledMessage,
} from '@kolosok/contract'
import { accessChat, type ChatContext } from '#chats/index.ts'
import { attachFiles } from '#files/index.ts'
import { checkQuoted, findMessage, underChatLock } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import { getOwn, type Target } from './own-message.ts'
import { presentScheduled } from './present.ts'
import { queueSending } from './queue.ts'
import {
  countScheduled,
  deleteScheduled,
  findScheduled,
  insertScheduled,
  insertScheduledFiles,
  listScheduled,
  type StoredScheduled,
  updateScheduled,
} from './store.ts'
import { tell } from './tell.ts'

const DAY_MS = 86_400_000

type Given = {
  readonly text: string
  readonly replyToId: MessageId | null
  readonly fileIds: readonly FileId[]
  readonly isSilent: boolean
  readonly sendAt: string
}

export async function showScheduled(
  { db }: ChatContext,
  actor: Actor,
  { chatId }: Pick<Target, 'chatId'>,
): Promise<{ scheduled: ScheduledMessage[] }> {
  await accessChat(db, actor, chatId, 'see')
  const found = await listScheduled(db, { chatId, authorId: actor.accountId })
  return { scheduled: found.map(presentScheduled) }
}

/** Puts by what is to be said later, and the job that says it, in one piece. */
export async function schedule(context: ChatContext, actor: Actor, given: Target & Given): Promise<ScheduledMessage> {
  const { chatId, messageId: id, text, replyToId, isSilent } = given
  const whose = { chatId, authorId: actor.accountId }
  return underChatLock(context, actor, { chatId, action: 'post' }, async (tx, chat, afterCommit) => {
    const known = await findKnown(tx, actor, given)
    if (known) return presentScheduled(known)
    const sendAt = readTime(context, given.sendAt)
    await checkQuoted(tx, chat, replyToId)
    if ((await countScheduled(tx, whose)) >= MAX_SCHEDULED) throw new AppError('too-many-scheduled')
    const fileIds = [...new Set(given.fileIds)]
    const attachments = await attachFiles(tx, actor, fileIds)
    const made = await insertScheduled(tx, {
      ...whose,
      id,
      text: text.trim(),
      replyToId,
      isSilent,
      sendAt,
      attachments,
    })
    if (!made) throw new AppError('message-id-taken')
    await insertScheduledFiles(tx, id, fileIds)
    await queueSending(tx, made)
    await tell(context, tx, made, afterCommit)
    return presentScheduled(made)
  })
}

/** A retry finds what the first try has made. */
async function findKnown(tx: Tx, actor: Actor, target: Target): Promise<StoredScheduled | undefined> {
  const [waiting, message] = [await findScheduled(tx, target.messageId), await findMessage(tx, target.messageId)]
  if (!waiting && !message) return undefined
  const owner = waiting ?? message
  if (owner?.authorId !== actor.accountId || owner.chatId !== target.chatId) throw new AppError('message-id-taken')
  if (waiting) return waiting
  throw new AppError('scheduled-sent')
}

export async function changeScheduled(
  context: ChatContext,
  actor: Actor,
  { text, sendAt, ...target }: Target & Pick<Given, 'text' | 'sendAt'>,
): Promise<ScheduledMessage> {
  const door = { chatId: target.chatId, action: 'post' } as const
  return underChatLock(context, actor, door, async (tx, _, afterCommit) => {
    const found = await getOwn(tx, actor.accountId, target)
    const isSameTime = found.sendAt.getTime() === Date.parse(sendAt)
    const wanted = {
      text: text.trim(),
      // What could not be sent then is not sent by leaving it as it was.
      sendAt: isSameTime && found.refusedWith === null ? found.sendAt : readTime(context, sendAt),
    }
    if (wanted.text === '' && found.attachments.length === 0) throw invalidFields({ text: 'required' })
    const changed = await updateScheduled(tx, found.id, wanted)
    await queueSending(tx, changed)
    await tell(context, tx, changed, afterCommit)
    return presentScheduled(changed)
  })
}

/** Also where one may not write any more. Cancelling what is not there is done already. */
export async function cancelScheduled(
  context: ChatContext,
  actor: Actor,
  target: Target,
): Promise<Record<string, never>> {
  const door = { chatId: target.chatId, action: 'see' } as const
  return underChatLock(context, actor, door, async (tx, _, afterCommit) => {
    const found = await getOwn(tx, actor.accountId, target).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') return null
      throw error
    })
    if (!found) return {}
    await deleteScheduled(tx, found.id)
    await tell(context, tx, found, afterCommit)
    return {}
  })
}

function readTime({ clock }: ChatContext, given: string): Date {
  const [sendAt, now] = [new Date(given), clock().getTime()]
  if (sendAt.getTime() <= now) throw invalidFields({ sendAt: 'past' })
  if (sendAt.getTime() > now + SCHEDULED_WITHIN_DAYS * DAY_MS) throw invalidFields({ sendAt: 'too-far' })
  return sendAt
}
