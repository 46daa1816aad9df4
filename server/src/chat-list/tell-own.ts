import type { AccountId, ChatId } from '@kolosok/contract'
import type { Bus } from '#platform/bus.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { takeOwnRev } from './own.store.ts'
import { findOwn, type Own } from './store.ts'

/** After a change of what is one's own in a chat: at the next revision of the account, to its own sockets only. */
export async function tellOwn(
  bus: Bus,
  tx: Tx,
  { chatId, accountId }: { readonly chatId: ChatId; readonly accountId: AccountId },
  afterCommit: AfterCommit,
): Promise<Own | undefined> {
  const rev = await takeOwnRev(tx, accountId)
  const own = await findOwn(tx, chatId, accountId)
  afterCommit(() => {
    if (own) bus.publish({ type: 'accounts', accountIds: [accountId], frame: { type: 'own', rev, chatId, ...own } })
  })
  return own
}
