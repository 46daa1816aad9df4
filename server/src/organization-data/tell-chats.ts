import type { AccountId, DataExportId, OrganizationId } from '@kolosok/contract'
import { lockChat } from '#chats/index.ts'
import { tellOfChat } from '#members/index.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { findToldChat, listTakenChats, updateToldChat } from './store.ts'

type Asked = { readonly id: DataExportId; readonly account_id: AccountId }

/**
 * One after another, each in a transaction of its own: nobody waits in a chat for all the others. Where it was cut off the
 * next run goes on, and nobody is told twice.
 */
export async function tellChats(
  context: Pick<Context, 'db' | 'bus'>,
  { id, account_id: accountId }: Asked,
  organizationId: OrganizationId,
): Promise<void> {
  const told = await findToldChat(context.db, id)
  const news = [{ kind: 'chat-changed', text: 'taken-away' }] as const
  for (const chatId of await listTakenChats(context.db, organizationId)) {
    if (told !== null && chatId <= told) continue
    await transact(context.db, async (tx, afterCommit) => {
      if (await lockChat(tx, chatId)) {
        await tellOfChat(context, tx, { accountId }, { organizationId, chatId, news }, afterCommit)
      }
      await updateToldChat(tx, id, chatId)
    })
  }
}
