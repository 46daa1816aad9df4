import type { AccountId, Attachment, MessageId } from '@kolosok/contract'
import { type ClearedChat, takeTurn, type Turn } from '#chats/index.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { StoredPoll } from '#platform/schema/chats.ts'
import { findMessage, insertMessage, insertMessageFiles, type StoredMessage } from './store.ts'

export type Said = {
  readonly id: MessageId
  readonly authorId: AccountId
  readonly text: string
  readonly replyToId: MessageId | null
  /** Held already; the message holds them from now on. */
  readonly attachments: readonly Attachment[]
  readonly poll?: StoredPoll | null
  readonly isSilent: boolean
}

/** What somebody says who has been cleared, at the next place of a locked chat. */
export async function say(
  tx: Tx,
  chat: ClearedChat,
  said: Said,
): Promise<{ readonly message: StoredMessage; readonly turn: Turn }> {
  const turn = await takeTurn(tx, chat.id, { seq: 1 })
  const message = await insertMessage(tx, turn, {
    ...said,
    chatId: chat.id,
    kind: said.poll ? 'poll' : 'text',
    membershipId: chat.membershipId,
  })
  if (!message) throw new AppError('message-id-taken')
  await insertMessageFiles(
    tx,
    message.id,
    said.attachments.map(({ fileId }) => fileId),
  )
  return { message, turn }
}

/** One quotes what one sees; anything else would tell whether it exists. */
export async function checkQuoted(db: Db, chat: ClearedChat, replyToId: MessageId | null): Promise<void> {
  if (replyToId === null) return
  const quoted = await findMessage(db, replyToId)
  if (quoted?.chatId !== chat.id || quoted.seq < chat.visibleFromSeq) throw invalidFields({ replyToId: 'not-found' })
}
