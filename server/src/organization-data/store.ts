import type { AccountId, ChatId, DataExportId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db, type Tx } from '#platform/db.ts'
import { conditionOf } from './place.ts'
import { places } from './tables/index.ts'

/** Chats whose messages go into the archive, as the archive itself chooses them; none where nobody has said anything. */
export async function listTakenChats(db: Db, organizationId: OrganizationId): Promise<ChatId[]> {
  const messages = conditionOf(places, 'message', { isTaken: true }).replaceAll('$1', `'${organizationId}'::uuid`)
  const { rows } = await sql<{ id: ChatId }>`
    select id from (select id, id as chat_id, last_seq from chat) c
    where last_seq > 0 and ${sql.raw(messages)} order by id`.execute(db)
  return rows.map(({ id }) => id)
}

export async function findToldChat(db: Db, id: DataExportId): Promise<ChatId | null> {
  const row = await db.selectFrom('data_export').where('id', '=', id).select('told_chat_id').executeTakeFirst()
  return row?.told_chat_id ?? null
}

export async function updateToldChat(tx: Tx, id: DataExportId, chatId: ChatId): Promise<void> {
  await tx.updateTable('data_export').where('id', '=', id).set({ told_chat_id: chatId }).execute()
}

/** As people here know them, former members too. */
export async function nameAskers(
  db: Db,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
): Promise<Map<AccountId, string>> {
  const rows = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', anyOf(accountIds))
    // What they are here now comes last, and stays.
    .orderBy('ended_at', (order) => order.asc().nullsLast())
    .select(['account_id as accountId', 'name'])
    .execute()
  return new Map(rows.map(({ accountId, name }) => [accountId, name]))
}
