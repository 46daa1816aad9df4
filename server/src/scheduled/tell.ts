import { tellOwn } from '#chat-list/index.ts'
import type { ChatContext } from '#chats/index.ts'
import { publishStale } from '#platform/bus.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import type { StoredScheduled } from './store.ts'

/** The author's own devices: how many wait, and the list of them where it is open. */
export async function tell(
  { bus }: Pick<ChatContext, 'bus'>,
  tx: Tx,
  { chatId, authorId: accountId }: Pick<StoredScheduled, 'chatId' | 'authorId'>,
  afterCommit: AfterCommit,
): Promise<void> {
  await tellOwn(bus, tx, { chatId, accountId }, afterCommit)
  afterCommit(() => {
    publishStale(bus, [accountId], 'scheduled')
  })
}
