import type {
  AccountId,
  Attachment,
  FileId,
  OrganizationId,
  TicketDesk,
  TicketEntry,
  TicketEntryId,
  TicketId,
  TicketState,
} from '@kolosok/contract'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type TicketsSchema = {
  ticket: {
    id: TicketId
    number: GeneratedAlways<number>
    asker_id: Optional<AccountId>
    tag: Generated<string>
    asker_name: Generated<string>
    email: Generated<string>
    organization_id: Optional<OrganizationId>
    desk: TicketDesk
    state: Generated<TicketState>
    subject: string
    page: Generated<string>
    assignee_id: Optional<AccountId>
    last_seq: Generated<number>
    shown_seq: Generated<number>
    told_seq: Generated<number>
    read_seq: Generated<number>
    created_at: Date
    changed_at: Date
    organization_at: Optional<Date>
    platform_at: Optional<Date>
    platform_answered_at: Optional<Date>
    solved_at: Optional<Date>
    stars: Optional<number>
    rating_word: Generated<string>
  }
  ticket_entry: {
    id: TicketEntryId
    ticket_id: TicketId
    seq: number
    shown_seq: Optional<number>
    kind: TicketEntry['kind']
    side: TicketEntry['side']
    author_id: Optional<AccountId>
    is_by_mail: Generated<boolean>
    assignee_id: Optional<AccountId>
    text: Generated<string>
    attachments: ColumnType<Attachment[], string | undefined, string>
    at: Date
  }
  ticket_file: { file_id: FileId; entry_id: TicketEntryId }
}
