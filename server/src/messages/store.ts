import type {
  AccountId,
  Attachment,
  CallRecord,
  ChatId,
  FileId,
  MembershipId,
  Message,
  MessageId,
  Original,
} from '@kolosok/contract'
import { sql } from 'kysely'
import type { Turn } from '#chats/index.ts'
import { anyOf, type Db, type Tx } from '#platform/db.ts'
import type { StoredPoll, StoredReactions } from '#platform/schema/chats.ts'

export type StoredMessage = Omit<Message, 'sentAt' | 'editedAt' | 'deletedAt' | 'poll' | 'reactions'> & {
  readonly sentAt: Date
  readonly editedAt: Date | null
  readonly deletedAt: Date | null
  readonly poll: StoredPoll | null
  readonly reactions: StoredReactions
}

export type NewMessage = {
  readonly id: MessageId
  readonly chatId: ChatId
  readonly kind: Message['kind']
  readonly authorId: AccountId
  readonly membershipId: MembershipId | null
  readonly subjectIds?: readonly AccountId[]
  readonly text?: string
  readonly replyToId?: MessageId | null
  readonly attachments?: readonly Attachment[]
  readonly poll?: StoredPoll | null
  readonly call?: CallRecord | null
  readonly original?: Original
  readonly isSilent?: boolean
}

const columns = [
  'message.id',
  'message.chat_id as chatId',
  'message.seq',
  'message.rev',
  'message.kind',
  'message.author_id as authorId',
  'message.membership_id as membershipId',
  'message.subject_ids as subjectIds',
  'message.text',
  'message.reply_to_id as replyToId',
  'message.attachments',
  'message.poll',
  'message.call',
  'message.original',
  'message.is_silent as isSilent',
  'message.sent_at as sentAt',
  'message.edited_at as editedAt',
  'message.deleted_at as deletedAt',
  'message.reactions',
] as const

/** The same columns for statements by hand, of a row called `m`. */
export const MESSAGE_COLUMNS = `m.id, m.chat_id as "chatId", m.seq, m.rev, m.kind, m.author_id as "authorId",
    m.membership_id as "membershipId", m.subject_ids as "subjectIds", m.text, m.reply_to_id as "replyToId",
    m.attachments, m.poll, m.call, m.original, m.is_silent as "isSilent", m.sent_at as "sentAt", m.edited_at as "editedAt", m.deleted_at as "deletedAt",
    m.reactions`

const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null)

/** Undefined when the id is taken, in whatever chat. */
export async function insertMessage(tx: Tx, turn: Turn, input: NewMessage): Promise<StoredMessage | undefined> {
  return tx
    .insertInto('message')
    .values({
      id: input.id,
      chat_id: input.chatId,
      seq: turn.seq,
      rev: turn.rev,
      kind: input.kind,
      author_id: input.authorId,
      membership_id: input.membershipId,
      subject_ids: input.subjectIds ?? [],
      text: input.text ?? '',
      reply_to_id: input.replyToId ?? null,
      attachments: JSON.stringify(input.attachments ?? []),
      poll: json(input.poll),
      call: json(input.call),
      original: json(input.original),
      is_silent: input.isSilent ?? false,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(columns)
    .executeTakeFirst()
}

export async function findMessage(db: Db, id: MessageId): Promise<StoredMessage | undefined> {
  return db.selectFrom('message').where('id', '=', id).select(columns).executeTakeFirst()
}

/** What keeps this original in a chat of saved ones. */
export async function findSaved(db: Db, chatId: ChatId, originalId: MessageId): Promise<StoredMessage | undefined> {
  return db
    .selectFrom('message')
    .where('chat_id', '=', chatId)
    .where(sql`original ->> 'messageId'`, '=', originalId)
    .where('kind', '=', 'saved')
    .where('deleted_at', 'is', null)
    .select(columns)
    .executeTakeFirst()
}

export async function updateText(tx: Tx, message: StoredMessage, turn: Turn, text: string): Promise<StoredMessage> {
  await tx
    .insertInto('message_version')
    .values({ message_id: message.id, rev: message.rev, text: message.text })
    .execute()
  return update(tx, message.id, turn, { text, edited_at: sql<Date>`now()` })
}

/** Keeps the row and its seq; nothing of what was said. */
export async function updateToTombstone(tx: Tx, id: MessageId, turn: Turn): Promise<StoredMessage> {
  await tx.deleteFrom('message_version').where('message_id', '=', id).execute()
  await tx.deleteFrom('poll_vote').where('message_id', '=', id).execute()
  const empty = { text: '', attachments: '[]', reactions: '{}', poll: null }
  return update(tx, id, turn, { ...empty, deleted_at: sql<Date>`now()` })
}

export async function updateReactions(
  tx: Tx,
  id: MessageId,
  turn: Turn,
  reactions: StoredReactions,
): Promise<StoredMessage> {
  return update(tx, id, turn, { reactions: JSON.stringify(reactions) })
}

export async function updatePoll(tx: Tx, id: MessageId, turn: Turn, poll: StoredPoll): Promise<StoredMessage> {
  return update(tx, id, turn, { poll: JSON.stringify(poll) })
}

export async function updateCall(tx: Tx, id: MessageId, turn: Turn, call: CallRecord): Promise<StoredMessage> {
  return update(tx, id, turn, { call: JSON.stringify(call) })
}

type Change = {
  text?: string
  reactions?: string
  attachments?: string
  poll?: string | null
  call?: string
  edited_at?: ReturnType<typeof sql<Date>>
  deleted_at?: ReturnType<typeof sql<Date>>
}

async function update(tx: Tx, id: MessageId, turn: Turn, change: Change): Promise<StoredMessage> {
  return tx
    .updateTable('message')
    .where('id', '=', id)
    .set({ ...change, rev: turn.rev })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function insertMessageFiles(tx: Tx, messageId: MessageId, fileIds: readonly FileId[]): Promise<void> {
  if (fileIds.length === 0) return
  await tx
    .insertInto('message_file')
    .values(fileIds.map((fileId) => ({ file_id: fileId, message_id: messageId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes the files off a message; returns those that no other message refers to. */
export async function takeMessageFiles(tx: Tx, messageId: MessageId): Promise<FileId[]> {
  const taken = await tx.deleteFrom('message_file').where('message_id', '=', messageId).returning('file_id').execute()
  const ids = taken.map((row) => row.file_id)
  if (ids.length === 0) return []
  const used = await tx.selectFrom('message_file').where('file_id', '=', anyOf(ids)).select('file_id').execute()
  const stillUsed = new Set(used.map((row) => row.file_id))
  return ids.filter((id) => !stillUsed.has(id))
}
