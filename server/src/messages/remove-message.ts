import { type ChatContext, takeTurn } from '#chats/index.ts'
import { detachFiles } from '#files/index.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import type { MessageTarget } from './change-message.ts'
import { presentMessage } from './present.ts'
import { findMessage, takeMessageFiles, updateToTombstone } from './store.ts'
import { publish } from './write.ts'

/** By a decision from outside the chat. The caller holds the chat's lock; where it is deleted already, nothing changes. */
export async function removeMessage(
  { bus }: Pick<ChatContext, 'bus'>,
  tx: Tx,
  { chatId, messageId }: MessageTarget,
  afterCommit: AfterCommit,
): Promise<void> {
  const message = await findMessage(tx, messageId)
  if (message?.chatId !== chatId || message.deletedAt) return
  const turn = await takeTurn(tx, chatId)
  await detachFiles(tx, await takeMessageFiles(tx, messageId))
  const removed = await updateToTombstone(tx, messageId, turn)
  afterCommit(() => {
    publish(bus, presentMessage(removed), turn.audienceVersion)
  })
}
