import type { AccountId, ChatId } from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'

export async function findSavedChat(db: Db, accountId: AccountId): Promise<ChatId | undefined> {
  const row = await db
    .selectFrom('chat')
    .where('kind', '=', 'saved')
    .where('first_account_id', '=', accountId)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** False when the account has one. */
export async function insertSavedChat(tx: Tx, id: ChatId, accountId: AccountId): Promise<boolean> {
  const row = await tx
    .insertInto('chat')
    .values({ id, kind: 'saved', organization_id: null, first_account_id: accountId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
