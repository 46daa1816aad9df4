/** A mail or an SMS as it would have gone out. */
export type OutgoingMessage = {
  readonly kind: 'mail' | 'sms'
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The letter as a mail program shows it; empty for SMS. */
  readonly html: string
  /** Where an answer to a letter goes. */
  readonly replyTo?: string
}

/** Takes the place of the mail server and the gateway: the demonstration shows it on «Исходящие». */
export type Outbox = { readonly write: (message: OutgoingMessage) => Promise<void> }
