import type { LetterOutcome, MailboxReason, TicketId } from '@kolosok/contract'
import type { ColumnType, Generated } from 'kysely'

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>

export type LettersInSchema = {
  mailbox: {
    name: string
    uid_validity: Generated<string>
    // A bigint comes as text.
    last_uid: ColumnType<string, number | undefined, number>
    checked_at: Optional<Date>
    failing_since: Optional<Date>
    reason: Optional<MailboxReason>
    failures: Generated<number>
    next_at: Optional<Date>
  }
  incoming_letter: {
    id: string
    at: Date
    sender: string
    recipient: string
    subject: string
    size: number
    outcome: LetterOutcome
    ticket_id: TicketId | null
    fingerprint: Buffer | null
    mailbox_uid: Optional<string>
  }
}
