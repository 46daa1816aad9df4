import type { AccountId, Attachment, FileId, TicketEntry, TicketEntryId, TicketId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'
import { nameOf } from './store.ts'

export type EntryRow = {
  readonly id: TicketEntryId
  readonly seq: number
  readonly kind: TicketEntry['kind']
  readonly side: TicketEntry['side']
  readonly authorId: AccountId | null
  readonly isByMail: boolean
  readonly author: string
  readonly assignee: string
  readonly text: string
  readonly attachments: Attachment[]
  readonly at: Date
}

export const PAGE = 50

type Asked = { readonly isAsker: boolean; readonly before?: number | undefined }

/** Newest first, one more than a page. The asker's are counted among themselves: nothing internal leaves a gap. */
export function listEntries(db: Db, ticketId: TicketId, { isAsker, before }: Asked): Promise<EntryRow[]> {
  const seq = isAsker ? 'e.shown_seq' : 'e.seq'
  return runSql<EntryRow>(
    db,
    `select e.id, ${seq} as seq, e.kind, e.side, e.author_id as "authorId",
       case when e.author_id is null then t.asker_name else ${nameOf('e.author_id', 't.organization_id')} end as author,
       e.is_by_mail as "isByMail",
       case when e.assignee_id is null then '' else ${nameOf('e.assignee_id', 't.organization_id')} end as assignee,
       e.text, e.attachments, e.at
     from ticket_entry e join ticket t on t.id = e.ticket_id
     where e.ticket_id = $1 and ${seq} is not null and ($2::integer is null or ${seq} < $2)
     order by ${seq} desc limit ${String(PAGE + 1)}`,
    [ticketId, before ?? null],
  )
}

/** Whether the id is taken, and by what. */
export async function findEntry(db: Db, id: TicketEntryId) {
  return db
    .selectFrom('ticket_entry')
    .where('id', '=', id)
    .select(['ticket_id as ticketId', 'author_id as authorId'])
    .executeTakeFirst()
}

export type NewEntry = {
  readonly id: TicketEntryId
  readonly ticketId: TicketId
  readonly kind: TicketEntry['kind']
  readonly side: TicketEntry['side']
  /** Null for somebody without an account. */
  readonly authorId: AccountId | null
  readonly isByMail?: boolean
  readonly assigneeId?: AccountId
  readonly text?: string
  readonly attachments?: readonly Attachment[]
  readonly now: Date
}

/** Who works on it, and what they tell each other, is the desk's own. */
const internal: readonly TicketEntry['kind'][] = ['note', 'assigned', 'released']

/** At the next place, under the ticket's lock. What the desk says is news to the asker. */
export async function insertEntry(tx: Tx, entry: NewEntry): Promise<void> {
  const { id, ticketId, kind, side, authorId, isByMail = false, assigneeId = null } = entry
  const { text = '', attachments = [], now } = entry
  const isShown = !internal.includes(kind)
  const { last_seq: seq, shown_seq } = await tx
    .updateTable('ticket')
    .where('id', '=', ticketId)
    .set((eb) => ({
      last_seq: eb('last_seq', '+', 1),
      ...(isShown && { shown_seq: eb('shown_seq', '+', 1) }),
      ...(isShown && side !== 'asker' && { told_seq: eb('shown_seq', '+', 1) }),
    }))
    .returning(['last_seq', 'shown_seq'])
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('ticket_entry')
    .values({
      id,
      ticket_id: ticketId,
      seq,
      shown_seq: isShown ? shown_seq : null,
      kind,
      side,
      author_id: authorId,
      is_by_mail: isByMail,
      assignee_id: assigneeId,
      text,
      attachments: JSON.stringify(attachments),
      at: now,
    })
    .execute()
}

export async function insertFiles(tx: Tx, entryId: TicketEntryId, fileIds: readonly FileId[]): Promise<void> {
  if (fileIds.length === 0) return
  await tx
    .insertInto('ticket_file')
    .values(fileIds.map((file_id) => ({ file_id, entry_id: entryId })))
    .execute()
}

/** What holds a file, and whether the asker sees it. */
export async function findEntryOfFile(db: Db, fileId: FileId) {
  return db
    .selectFrom('ticket_file')
    .innerJoin('ticket_entry as e', 'e.id', 'ticket_file.entry_id')
    .where('ticket_file.file_id', '=', fileId)
    .select(['e.ticket_id as ticketId', 'e.shown_seq as shownSeq'])
    .executeTakeFirst()
}
