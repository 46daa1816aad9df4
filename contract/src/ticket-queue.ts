import { z } from 'zod'
import { defineEndpoint } from './endpoint.ts'
import { organizationId } from './ids.ts'
import { queuedTicket, ticketState } from './ticket-parts.ts'

/** `passed`: it stands at the other desk now. */
export const ticketSide = z.enum([...ticketState.options, 'passed'])
export type TicketSide = z.infer<typeof ticketSide>

const asked = z.object({
  side: ticketSide.default('new'),
  /** Taken by oneself, or by nobody. */
  holder: z.enum(['me', 'nobody']).optional(),
  /** A number, or words in any form. */
  q: z.string().trim().max(100).optional(),
  after: z.string().max(100).optional(),
})

const page = z.object({
  tickets: z.array(queuedTicket),
  next: z.string().nullable(),
  /** Of what is open at this desk. */
  counts: z.object({ 'new': z.int(), 'in-work': z.int(), 'waiting': z.int() }),
})
export type TicketPage = z.infer<typeof page>

/** Of what came to the platform's support in one month. */
export const ticketMonth = z.object({
  /** `2026-11` */
  month: z.string(),
  came: z.int().nonnegative(),
  /** Half were answered within so many minutes; null while none was. */
  answerMinutes: z.int().nonnegative().nullable(),
  /** Half were settled within so many. */
  solveMinutes: z.int().nonnegative().nullable(),
  /** Of the ratings; null without any. */
  stars: z.number().nullable(),
  rated: z.int().nonnegative(),
})
export type TicketMonth = z.infer<typeof ticketMonth>

export const ticketQueueEndpoints = {
  /** Of the administrators of one organization. Whoever waits longest comes first; of what waits for nobody, the latest. */
  queue: defineEndpoint({
    method: 'GET',
    path: '/api/organizations/:organizationId/tickets',
    access: 'account',
    params: z.object({ organizationId }),
    query: asked,
    response: page,
    problems: ['not-found', 'forbidden', 'invalid-request'],
  }),
  /** Of the platform's support. */
  operatorQueue: defineEndpoint({
    method: 'GET',
    path: '/api/operator/tickets',
    access: 'operator',
    query: asked.extend({ organizationId: organizationId.optional() }),
    response: page,
    problems: ['invalid-request'],
  }),
  /** How quickly the platform's support answers: the last twelve months, the newest first. */
  figures: defineEndpoint({
    method: 'GET',
    path: '/api/operator/ticket-figures',
    access: 'operator',
    response: z.object({ months: z.array(ticketMonth) }),
    problems: [],
  }),
} as const
