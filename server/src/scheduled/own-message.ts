import type { AccountId, ChatId, MessageId } from '@kolosok/contract'
import { findMessage } from '#messages/index.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { findScheduled, type StoredScheduled } from './store.ts'

export type Target = { readonly chatId: ChatId; readonly messageId: MessageId }

/** One's own that still waits; told from what has been sent meanwhile. What is another's answers like nothing. */
export async function getOwn(db: Db, accountId: AccountId, target: Target): Promise<StoredScheduled> {
  const found = await findScheduled(db, target.messageId)
  if (found?.authorId === accountId && found.chatId === target.chatId) return found
  throw new AppError((await findSent(db, accountId, target)) ? 'scheduled-sent' : 'not-found')
}

/** The message that it has become. */
export async function findSent(db: Db, accountId: AccountId, { chatId, messageId }: Target) {
  const message = await findMessage(db, messageId)
  return message?.chatId === chatId && message.authorId === accountId ? message : undefined
}
