import type { LetterOutcome, TicketId } from '@kolosok/contract'

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
  }
}
