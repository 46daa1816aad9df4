import type { AccountId, FileId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

const SEES = `
  select exists (
    select from message_file f
    join message m on m.id = f.message_id and m.deleted_at is null
    join chat_member me on me.chat_id = m.chat_id and me.account_id = $2 and me.visible_from_seq <= m.seq
    where f.file_id = $1) as sees`

/** Whether the reader may see a message that refers to the file and is not deleted. */
export async function seesFile(db: Db, fileId: FileId, reader: AccountId): Promise<boolean> {
  const [row] = await runSql<{ sees: boolean }>(db, SEES, [fileId, reader])
  return row?.sees ?? false
}
