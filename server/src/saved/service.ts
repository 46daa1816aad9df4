import type { AccountId, Chat, ChatId, Message, MessageId } from '@kolosok/contract'
import { getChat } from '#chat-list/index.ts'
import { accessChat, type ChatContext, insertMembers, takeTurn } from '#chats/index.ts'
import { findSaved, findVisible, insertMessage, presentMessage, writeInChat } from '#messages/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { transact } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { savedPolicy } from './policy.ts'
import { findSavedChat, insertSavedChat } from './store.ts'

export async function openSavedChat(context: ChatContext, actor: Actor): Promise<Chat> {
  return getChat(context, actor, await findOrMake(context, actor.accountId))
}

/** By reference: what the others may still change, take back or hide is not kept from them. */
export async function saveMessage(
  context: ChatContext,
  actor: Actor,
  original: { readonly chatId: ChatId; readonly messageId: MessageId },
): Promise<Message> {
  const chatId = await findOrMake(context, actor.accountId)
  const written = await writeInChat(context, actor, { chatId, action: 'post' }, async (tx) => {
    const from = await accessChat(tx, actor, original.chatId, 'see')
    const { kind, deletedAt } = await findVisible(tx, from, original.messageId)
    const verdict = savedPolicy.save({ chatKind: from.kind, kind, isDeleted: deletedAt !== null })
    if (verdict !== 'allow') throw new AppError(verdict)
    const known = await findSaved(tx, chatId, original.messageId)
    if (known) return { message: known }
    const turn = await takeTurn(tx, chatId, { seq: 1 })
    const { chatId: originalChatId, messageId } = original
    const line = { kind: 'saved', authorId: actor.accountId, membershipId: null } as const
    const reference = { chatId: originalChatId, messageId }
    const message = await insertMessage(tx, turn, { ...line, id: newId<MessageId>(), chatId, original: reference })
    if (!message) throw new Error('A new id was taken')
    return { message, turn }
  })
  return presentMessage(written.message)
}

async function findOrMake(context: ChatContext, accountId: AccountId): Promise<ChatId> {
  const known = await findSavedChat(context.db, accountId)
  if (known) return known
  return transact(context.db, async (tx, afterCommit) => {
    const chatId = newId<ChatId>()
    if (!(await insertSavedChat(tx, chatId, accountId))) return getMadeMeanwhile(tx, accountId)
    const start = { visibleFromSeq: 1, joinedRev: 0, readSeq: 0, hasEntered: false, isStaff: false } as const
    await insertMembers(tx, [{ ...start, chatId, accountId, membershipId: null, role: 'member' }])
    afterCommit(() => {
      publishStale(context.bus, [accountId], 'chats')
    })
    return chatId
  })
}

/** By another request of the same person, which the insert has waited for. */
async function getMadeMeanwhile(db: Parameters<typeof findSavedChat>[0], accountId: AccountId): Promise<ChatId> {
  const made = await findSavedChat(db, accountId)
  if (!made) throw new Error('A chat that is there can not be found')
  return made
}
