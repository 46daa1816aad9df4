import type { LetterOutcome, TicketId } from '@kolosok/contract'
import type { ColumnType } from 'kysely'

export type LettersInSchema = {
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
    mailbox_uid: ColumnType<string | null, string | null | undefined, string | null>
  }
}
