import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { ticketId } from './ids.ts'
import { outgoingLetter } from './outgoing-letters.ts'

export const letterOutcome = z.enum([
  'ticket-begun',
  'ticket-continued',
  /** Its sender was sent the link to check and submit it. */
  'application-begun',
  /** A holiday answer, a bounce, a mailing list. */
  'automatic',
  /** Our own letter, or one that goes round in circles. */
  'loop',
  'too-large',
  /** More applications from one address than one organization needs. */
  'too-many',
  'unreadable',
  /** The secret part of the address leads nowhere. */
  'unknown-address',
  'empty',
])
export type LetterOutcome = z.infer<typeof letterOutcome>

/** Everything else is in the list of what was refused. */
export const takenOutcomes = [
  'ticket-begun',
  'ticket-continued',
  'application-begun',
] as const satisfies LetterOutcome[]

export const incomingLetter = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  sender: z.string(),
  subject: z.string(),
  size: z.int(),
  outcome: letterOutcome,
  ticket: z.object({ id: ticketId, number: z.int() }).nullable(),
  /** What became of the letter with the link to the draft. */
  link: outgoingLetter.nullable(),
})
export type IncomingLetter = z.infer<typeof incomingLetter>

export const mailboxReason = z.enum(['wrong-password', 'unreachable', 'slow', 'certificate', 'no-folder', 'other'])
export type MailboxReason = z.infer<typeof mailboxReason>

/** Where letters are fetched from, and how that goes. */
export const mailbox = z.object({
  /** `user@host/folder` */
  name: z.string(),
  /** The last look that ended well. */
  checkedAt: z.iso.datetime().nullable(),
  /** Null while all is well. */
  failing: z.object({ reason: mailboxReason, since: z.iso.datetime(), nextAt: z.iso.datetime() }).nullable(),
})
export type Mailbox = z.infer<typeof mailbox>

export const letterInEndpoints = {
  /** What has arrived by mail and what became of it, newest first. */
  list: defineEndpoint({
    method: 'GET',
    path: '/api/operator/letters',
    access: 'operator',
    query: z.object({
      /** Only what was not taken. */
      refused: z.literal('1').optional(),
      before: z.uuid().optional(),
    }),
    response: z.object({
      letters: z.array(incomingLetter),
      next: z.uuid().nullable(),
      /** Where people write; null while no mail is taken in. */
      address: z.string().nullable(),
      /** Where organizations send their applications; null where that is off. */
      applicationsAddress: z.string().nullable(),
      /** Null where none is looked into. */
      mailbox: mailbox.nullable(),
    }),
    problems: [],
  }),
} as const
