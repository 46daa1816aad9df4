import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { ticketId } from './ids.ts'

export const letterOutcome = z.enum([
  'ticket-begun',
  'ticket-continued',
  /** A holiday answer, a bounce, a mailing list. */
  'automatic',
  /** Our own letter, or one that goes round in circles. */
  'loop',
  'too-large',
  'unreadable',
  /** The secret part of the address leads nowhere. */
  'unknown-address',
  'empty',
])
export type LetterOutcome = z.infer<typeof letterOutcome>

export const incomingLetter = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  sender: z.string(),
  subject: z.string(),
  size: z.int(),
  outcome: letterOutcome,
  ticket: z.object({ id: ticketId, number: z.int() }).nullable(),
})
export type IncomingLetter = z.infer<typeof incomingLetter>

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
    }),
    problems: [],
  }),
} as const
