import type { ChatId, Draft, MessageId } from '@kolosok/contract'
import type { ChatContext } from '#chats/index.ts'
import type { Actor } from '#platform/actor.ts'
import { upsertDraft } from './draft.store.ts'
import { changeOwn } from './own.ts'

type Given = {
  readonly chatId: ChatId
  readonly text: string
  readonly replyToId: MessageId | null
  readonly ageMs: number
}

/** What one is writing, for one's other devices; nothing, when it is sent. Whatever was written last stays. */
export async function keepDraft(context: ChatContext, actor: Actor, given: Given): Promise<{ draft: Draft | null }> {
  const { chatId, text, replyToId, ageMs } = given
  const writtenAt = new Date(context.clock().getTime() - ageMs)
  const isNothing = text.trim() === '' && replyToId === null
  const draft = { chatId, accountId: actor.accountId, text: isNothing ? '' : text, replyToId, writtenAt }
  return changeOwn(context, actor, chatId, (tx) => upsertDraft(tx, draft))
}
