import type { AccountId, Attachment, ChatId, FileId, MessageId, ScheduledRefusal } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

export type StoredScheduled = {
  readonly id: MessageId
  readonly chatId: ChatId
  readonly authorId: AccountId
  readonly text: string
  readonly replyToId: MessageId | null
  readonly attachments: Attachment[]
  readonly isSilent: boolean
  readonly sendAt: Date
  readonly refusedWith: ScheduledRefusal | null
}

const columns = [
  'id',
  'chat_id as chatId',
  'author_id as authorId',
  'text',
  'reply_to_id as replyToId',
  'attachments',
  'is_silent as isSilent',
  'send_at as sendAt',
  'refused_with as refusedWith',
] as const

type Whose = { readonly chatId: ChatId; readonly authorId: AccountId }

export async function listScheduled(db: Db, { chatId, authorId }: Whose): Promise<StoredScheduled[]> {
  return db
    .selectFrom('scheduled_message')
    .where('author_id', '=', authorId)
    .where('chat_id', '=', chatId)
    .select(columns)
    .orderBy('send_at')
    .orderBy('id')
    .execute()
}

export async function countScheduled(db: Db, { chatId, authorId }: Whose): Promise<number> {
  const { count } = await db
    .selectFrom('scheduled_message')
    .where('author_id', '=', authorId)
    .where('chat_id', '=', chatId)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function findScheduled(db: Db, id: MessageId): Promise<StoredScheduled | undefined> {
  return db.selectFrom('scheduled_message').where('id', '=', id).select(columns).executeTakeFirst()
}

/** Undefined when the id is taken. */
export async function insertScheduled(
  tx: Tx,
  given: Omit<StoredScheduled, 'refusedWith'>,
): Promise<StoredScheduled | undefined> {
  return tx
    .insertInto('scheduled_message')
    .values({
      id: given.id,
      chat_id: given.chatId,
      author_id: given.authorId,
      text: given.text,
      reply_to_id: given.replyToId,
      attachments: JSON.stringify(given.attachments),
      is_silent: given.isSilent,
      send_at: given.sendAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(columns)
    .executeTakeFirst()
}

export async function insertScheduledFiles(tx: Tx, id: MessageId, fileIds: readonly FileId[]): Promise<void> {
  if (fileIds.length === 0) return
  await tx
    .insertInto('scheduled_file')
    .values(fileIds.map((fileId) => ({ file_id: fileId, message_id: id })))
    .execute()
}

/** Waits anew, whatever became of it before. */
export async function updateScheduled(
  tx: Tx,
  id: MessageId,
  { text, sendAt }: Pick<StoredScheduled, 'text' | 'sendAt'>,
): Promise<StoredScheduled> {
  return tx
    .updateTable('scheduled_message')
    .where('id', '=', id)
    .set({ text, send_at: sendAt, refused_with: null })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** False when it was changed, cancelled or refused meanwhile. */
export async function updateRefused(
  tx: Tx,
  { id, sendAt }: Pick<StoredScheduled, 'id' | 'sendAt'>,
  refusedWith: ScheduledRefusal,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('scheduled_message')
    .where('id', '=', id)
    .where('send_at', '=', sendAt)
    .where('refused_with', 'is', null)
    .set({ refused_with: refusedWith })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Its files go the way the database says: with the message that holds them now, or to the sweep. */
export async function deleteScheduled(tx: Tx, id: MessageId): Promise<void> {
  await tx.deleteFrom('scheduled_message').where('id', '=', id).execute()
}

const isOld = (before: Date) => sql<boolean>`refused_with is not null and send_at < ${before}`

export async function deleteOldRefused(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('scheduled_message').where(isOld(before)).execute()
}

export async function countOldRefused(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('scheduled_message')
    .where(isOld(before))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whether one's own scheduled message holds the file: nobody else sees it yet. */
export async function holdsFile(db: Db, fileId: FileId, accountId: AccountId): Promise<boolean> {
  const row = await db
    .selectFrom('scheduled_file')
    .innerJoin('scheduled_message', 'scheduled_message.id', 'scheduled_file.message_id')
    .where('file_id', '=', fileId)
    .where('author_id', '=', accountId)
    .select('file_id')
    .executeTakeFirst()
  return row !== undefined
}
