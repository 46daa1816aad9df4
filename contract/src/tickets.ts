import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { accountId, fileId, organizationId, ticketEntryId, ticketId } from './ids.ts'
import { attachment, MAX_ATTACHMENTS, MAX_SEQ, MAX_TEXT } from './messages.ts'
import { outgoingLetter } from './outgoing-letters.ts'
import { ticketQueueEndpoints } from './ticket-queue.ts'
import { ownTicket, ticketDesk, ticketHeader } from './ticket-parts.ts'

export const MAX_SUBJECT = 120
/** So many may be open at once; whoever has more to ask writes into one of them. */
export const MAX_OPEN_TICKETS = 20

/** Where something that is said comes from. `system`: something that was done rather than said. */
const entrySide = z.enum(['asker', 'organization', 'platform'])

/** What is said, and what was done, in one order. A note and the word of a passing never reach the asker. */
export const ticketEntry = z.object({
  id: ticketEntryId,
  seq: z.int().positive(),
  kind: z.enum(['message', 'note', 'passed', 'assigned', 'released', 'solved', 'reopened', 'rated']),
  side: entrySide,
  /** Empty where the reader need not know: the platform's support speaks as such to the asker. */
  author: z.string(),
  isOwn: z.boolean(),
  isByMail: z.boolean(),
  /** Whom it was given to; empty unless `assigned`. */
  assignee: z.string(),
  text: z.string(),
  attachments: z.array(attachment),
  at: z.iso.datetime(),
})
export type TicketEntry = z.infer<typeof ticketEntry>

/** One conversation as this reader may see it. */
export const ticket = ticketHeader.extend({
  /** From which side one looks: nothing internal is shown to the asker. */
  view: z.enum(['asker', 'desk']),
  /** Without an account: a letter began it, and only letters answer it. */
  /** The last letter to the asker; null for the asker, and where none was sent. */
  letter: outgoingLetter.nullable(),
  asker: z.object({ name: z.string(), label: z.string(), email: z.string(), hasAccount: z.boolean() }),
  /** Which page it was written from; empty where that is not known, and for the asker. */
  page: z.string(),
  rating: z.object({ stars: z.int(), word: z.string() }).nullable(),
  /** Whom it can be given to: those of the desk where it stands. Empty for the asker. */
  colleagues: z.array(z.object({ accountId, name: z.string() })),
  abilities: z.object({
    reply: z.boolean(),
    note: z.boolean(),
    assign: z.boolean(),
    /** To the other desk; null where there is none it could go to. */
    pass: ticketDesk.nullable(),
    solve: z.boolean(),
    rate: z.boolean(),
  }),
  /** Oldest first: the last page, or the one before `before`. */
  entries: z.array(ticketEntry),
  /** The `before` of the page before; null at the beginning. */
  earlier: z.int().positive().nullable(),
})
export type Ticket = z.infer<typeof ticket>

const one = z.object({ ticketId })
const oneEntry = z.object({ ticketId, entryId: ticketEntryId })
const nonEmpty = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => text !== '', { params: { code: 'required' } })
const fileIds = z.array(fileId).max(MAX_ATTACHMENTS).default([])
const atDesk = ['not-found', 'forbidden', 'ticket-elsewhere', 'ticket-taken'] as const

export const ticketEndpoints = {
  /** One's own, what moved last first. */
  own: defineEndpoint({
    method: 'GET',
    path: '/api/me/tickets',
    access: 'account',
    query: z.object({ before: ticketId.optional() }),
    response: z.object({ tickets: z.array(ownTicket), next: ticketId.nullable() }),
    problems: [],
  }),
  /** To the organization's administrators or to the platform's support. The client chose the id: a retry asks once. */
  ask: defineEndpoint({
    method: 'PUT',
    path: '/api/tickets/:ticketId',
    access: 'account',
    params: one,
    body: z.strictObject({
      desk: ticketDesk,
      /** The organization it is about; needed for its own desk. */
      organizationId: organizationId.nullable().default(null),
      subject: nonEmpty(MAX_SUBJECT),
      text: nonEmpty(MAX_TEXT),
      fileIds,
      /** Where answers go besides this page. */
      email: z.union([z.literal(''), z.email().max(200)]).default(''),
      page: z.string().trim().max(200).default(''),
    }),
    response: ticket,
    problems: ['not-found', 'invalid-request', 'too-many-requests', 'too-many-tickets'],
  }),
  get: defineEndpoint({
    method: 'GET',
    path: '/api/tickets/:ticketId',
    access: 'account',
    params: one,
    query: z.object({ before: z.coerce.number().int().positive().max(MAX_SEQ).optional() }),
    response: ticket,
    problems: ['not-found'],
  }),
  /** A word of the asker or of the desk; what had been solved is open again by the asker's. */
  say: defineEndpoint({
    method: 'PUT',
    path: '/api/tickets/:ticketId/entries/:entryId',
    access: 'account',
    params: oneEntry,
    body: z
      .strictObject({
        kind: z.enum(['message', 'note']).default('message'),
        text: z.string().trim().max(MAX_TEXT).default(''),
        fileIds,
        /** With this answer it is settled. */
        isSolved: z.boolean().default(false),
      })
      .refine((said) => said.text !== '' || said.fileIds.length > 0, { path: ['text'], params: { code: 'required' } }),
    response: ticket,
    problems: [...atDesk, 'invalid-request', 'too-many-requests'],
  }),
  /** Takes it, gives it to a colleague, or puts it back. `from`: who has it on the screen it was decided on. */
  assign: defineEndpoint({
    method: 'PUT',
    path: '/api/tickets/:ticketId/assignee',
    access: 'account',
    params: one,
    body: z.strictObject({ from: accountId.nullable(), to: accountId.nullable() }),
    response: ticket,
    problems: [...atDesk, 'invalid-request', 'ticket-solved'],
  }),
  /** From the administrators to the platform's support, or back: with all that was said and done. */
  pass: defineEndpoint({
    method: 'PUT',
    path: '/api/tickets/:ticketId/passings/:entryId',
    access: 'account',
    params: oneEntry,
    body: z.strictObject({ to: ticketDesk, word: nonEmpty(2_000) }),
    response: ticket,
    problems: [...atDesk, 'invalid-request', 'ticket-solved', 'ticket-stays'],
  }),
  solve: defineEndpoint({
    method: 'PUT',
    path: '/api/tickets/:ticketId/solved',
    access: 'account',
    params: one,
    response: ticket,
    problems: atDesk,
  }),
  rate: defineEndpoint({
    method: 'PUT',
    path: '/api/tickets/:ticketId/rating',
    access: 'account',
    params: one,
    body: z.strictObject({ stars: z.int().min(1).max(5), word: z.string().trim().max(1_000).default('') }),
    response: ticket,
    problems: ['not-found', 'forbidden', 'ticket-not-solved'],
  }),
  /** How far the asker has read; it only grows. */
  setRead: defineEndpoint({
    method: 'PUT',
    path: '/api/tickets/:ticketId/read',
    access: 'account',
    params: one,
    body: z.strictObject({ seq: z.int().nonnegative().max(MAX_SEQ) }),
    response: z.object({}),
    problems: ['not-found', 'forbidden'],
  }),
  ...ticketQueueEndpoints,
} as const
