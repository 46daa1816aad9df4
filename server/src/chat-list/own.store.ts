import type { AccountId, ChatId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

/** Forward only, and never beyond what is there. False when nothing moved. */
export async function raiseReadSeq(
  tx: Tx,
  { chatId, accountId, seq }: { chatId: ChatId; accountId: AccountId; seq: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('chat_member')
    .from('chat')
    .whereRef('chat.id', '=', 'chat_member.chat_id')
    .where('chat_member.chat_id', '=', chatId)
    .where('chat_member.account_id', '=', accountId)
    .where('chat_member.read_seq', '<', sql<number>`least(${seq}::int, chat.last_seq)`)
    .set({ read_seq: sql<number>`least(${seq}::int, chat.last_seq)` })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False when it was so already. */
export async function updateMuted(
  tx: Tx,
  { chatId, accountId, isMuted }: { chatId: ChatId; accountId: AccountId; isMuted: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('chat_member')
    .where('chat_id', '=', chatId)
    .where('account_id', '=', accountId)
    .where('is_muted', '!=', isMuted)
    .set({ is_muted: isMuted })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Of two and more others who have read that far, at least one is another than whoever looks: nothing new for anybody. */
export async function hasNewsForOthers(
  db: Db,
  { chatId, accountId, seq }: { chatId: ChatId; accountId: AccountId; seq: number },
): Promise<boolean> {
  const others = await db
    .selectFrom('chat_member')
    .where('chat_id', '=', chatId)
    .where('account_id', '!=', accountId)
    .where('read_seq', '>=', seq)
    .select('account_id')
    .limit(2)
    .execute()
  return others.length < 2
}

/** The row's lock gives one account one order of its own changes. */
export async function takeOwnRev(tx: Tx, accountId: AccountId): Promise<number> {
  const row = await tx
    .updateTable('account')
    .where('id', '=', accountId)
    .set((eb) => ({ own_rev: eb('own_rev', '+', 1) }))
    .returning('own_rev')
    .executeTakeFirstOrThrow()
  return row.own_rev
}

export async function getOwnRev(db: Db, accountId: AccountId): Promise<number> {
  const row = await db.selectFrom('account').where('id', '=', accountId).select('own_rev').executeTakeFirstOrThrow()
  return row.own_rev
}
