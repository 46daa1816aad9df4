import type { AccountId, ChatId, MessageId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type NewDraft = {
  readonly chatId: ChatId
  readonly accountId: AccountId
  readonly text: string
  readonly replyToId: MessageId | null
  readonly writtenAt: Date
}

// Whoever leaves at the same moment has no place to write in.
const UPSERT = `
  insert into chat_draft as held (chat_id, account_id, text, reply_to_id, written_at)
  select chat_id, account_id, $3, $4, $5 from chat_member where chat_id = $1 and account_id = $2 for key share
  on conflict (chat_id, account_id) do update
  set text = excluded.text, reply_to_id = excluded.reply_to_id, written_at = excluded.written_at
  where excluded.written_at >= held.written_at
  returning (coalesce(old.text, ''), old.reply_to_id) is distinct from (new.text, new.reply_to_id) as "isChanged"`

/**
 * False when a newer one is there, or the same. An emptied one stays, with its time: what was written before it may still
 * arrive, from a device that was offline.
 */
export async function upsertDraft(tx: Tx, draft: NewDraft): Promise<boolean> {
  const { chatId, accountId, text, replyToId, writtenAt } = draft
  const [held] = await runSql<{ isChanged: boolean }>(tx, UPSERT, [chatId, accountId, text, replyToId, writtenAt])
  return held?.isChanged ?? false
}

/** Emptied before any text that a device may still bring. */
export async function deleteOldEmptied(db: Db, before: Date): Promise<void> {
  await db
    .deleteFrom('chat_draft')
    .where('text', '=', '')
    .where('reply_to_id', 'is', null)
    .where('written_at', '<', before)
    .execute()
}
