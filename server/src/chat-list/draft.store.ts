import type { AccountId, ChatId, MessageId } from '@kolosok/contract'
import { runSql, type Tx } from '#platform/db.ts'

export type NewDraft = {
  readonly chatId: ChatId
  readonly accountId: AccountId
  readonly text: string
  readonly replyToId: MessageId | null
  readonly writtenAt: Date
}

const UPSERT = `
  insert into chat_draft as held (chat_id, account_id, text, reply_to_id, written_at) values ($1, $2, $3, $4, $5)
  on conflict (chat_id, account_id) do update
  set text = excluded.text, reply_to_id = excluded.reply_to_id, written_at = excluded.written_at
  where excluded.written_at >= held.written_at
    and (held.text, held.reply_to_id) is distinct from (excluded.text, excluded.reply_to_id)
  returning true as changed`

/** False when a newer one is there, or the same. */
export async function upsertDraft(tx: Tx, draft: NewDraft): Promise<boolean> {
  const { chatId, accountId, text, replyToId, writtenAt } = draft
  const rows = await runSql(tx, UPSERT, [chatId, accountId, text, replyToId, writtenAt])
  return rows.length > 0
}

/** False when a newer one is there, or none. */
export async function deleteDraft(tx: Tx, { chatId, accountId, writtenAt }: NewDraft): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('chat_draft')
    .where('chat_id', '=', chatId)
    .where('account_id', '=', accountId)
    .where('written_at', '<=', writtenAt)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
