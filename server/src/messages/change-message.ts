import { CHANGEABLE_FOR_MS, type ChatId, type Emoji, type Message, type MessageId } from '@kolosok/contract'
import { type ChatContext, chatPolicy, takeTurn, type Turn } from '#chats/index.ts'
import { detachFiles } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import { findVisible } from './history.ts'
import { type MessageAction, messagePolicy } from './policy.ts'
import { presentMessage } from './present.ts'
import { type StoredMessage, takeMessageFiles, updateReactions, updateText, updateToTombstone } from './store.ts'
import { writeInChat } from './write.ts'

export type MessageTarget = { readonly chatId: ChatId; readonly messageId: MessageId }

export function editMessage(
  context: ChatContext,
  actor: Actor,
  { text, ...target }: MessageTarget & { text: string },
): Promise<Message> {
  return changeMessage(context, actor, target, {
    action: 'edit',
    isDone: (message) => message.text === text,
    write: (tx, message, turn) => updateText(tx, message, turn, text),
  })
}

export function deleteMessage(context: ChatContext, actor: Actor, target: MessageTarget): Promise<Message> {
  return changeMessage(context, actor, target, {
    action: 'delete',
    isDone: (message) => message.deletedAt !== null,
    write: async (tx, message, turn) => {
      await detachFiles(tx, await takeMessageFiles(tx, message.id))
      return updateToTombstone(tx, message.id, turn)
    },
  })
}

type Reaction = MessageTarget & { readonly emoji: Emoji }

export function react(context: ChatContext, actor: Actor, { emoji, ...target }: Reaction): Promise<Message> {
  const chosenBy = (message: StoredMessage) => message.reactions[emoji] ?? []
  return changeMessage(context, actor, target, {
    action: 'react',
    isDone: (message) => chosenBy(message).includes(actor.accountId),
    write: (tx, message, turn) =>
      updateReactions(tx, message.id, turn, {
        ...message.reactions,
        [emoji]: [...chosenBy(message), actor.accountId],
      }),
  })
}

export function unreact(context: ChatContext, actor: Actor, { emoji, ...target }: Reaction): Promise<Message> {
  return changeMessage(context, actor, target, {
    action: 'react',
    isDone: (message) => !(message.reactions[emoji] ?? []).includes(actor.accountId),
    write: (tx, message, turn) => {
      const others = (message.reactions[emoji] ?? []).filter((accountId) => accountId !== actor.accountId)
      return updateReactions(tx, message.id, turn, { ...message.reactions, [emoji]: others })
    },
  })
}

type Change = {
  readonly action: MessageAction
  /** It is already as asked for: a retry burns no revision. */
  readonly isDone: (message: StoredMessage) => boolean
  readonly write: (tx: Tx, message: StoredMessage, turn: Turn) => Promise<StoredMessage>
}

/** Every change of a message: seen, allowed, not yet so, and then at the chat's next revision. */
export async function changeMessage(
  context: ChatContext,
  actor: Actor,
  { chatId, messageId }: MessageTarget,
  { action, isDone, write }: Change,
): Promise<Message> {
  const written = await writeInChat(context, actor, { chatId, action: 'takePart' }, async (tx, chat) => {
    const message = await findVisible(tx, chat, messageId)
    const verdict = messagePolicy[action]({
      kind: message.kind,
      isOwn: message.authorId === actor.accountId,
      isDeleted: message.deletedAt !== null,
      // Nobody else has read what one keeps for oneself.
      isOld: chat.kind !== 'saved' && context.clock().getTime() - message.sentAt.getTime() > CHANGEABLE_FOR_MS,
      mayModerate: chatPolicy.moderate(chat) === 'allow',
      isClosed: typeof message.poll?.closedAt === 'string',
    })
    if (verdict !== 'allow') throw new AppError(verdict)
    if (isDone(message)) return { message }
    const turn = await takeTurn(tx, chatId)
    return { message: await write(tx, message, turn), turn }
  })
  return presentMessage(written.message)
}
