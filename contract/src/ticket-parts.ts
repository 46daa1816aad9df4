import { z } from 'zod'
import { accountId, organizationId, ticketId } from './ids.ts'

/** Who answers: the administrators of an organization, or the platform's support. */
export const ticketDesk = z.enum(['organization', 'platform'])
export type TicketDesk = z.infer<typeof ticketDesk>

/** `waiting`: for the asker, who has been answered. An answer of theirs opens what was solved. */
export const ticketState = z.enum(['new', 'in-work', 'waiting', 'solved'])
export type TicketState = z.infer<typeof ticketState>

export const ticketHeader = z.object({
  id: ticketId,
  /** What people call it by. */
  number: z.int().positive(),
  subject: z.string(),
  desk: ticketDesk,
  state: ticketState,
  organizationId: organizationId.nullable(),
  organizationName: z.string(),
  /** Who of the desk has it. Null for nobody, and for the asker, whom the whole desk answers. */
  assignee: z.object({ accountId, name: z.string() }).nullable(),
  /** Of the last thing that was said or done. */
  lastSeq: z.int().positive(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
})
export type TicketHeader = z.infer<typeof ticketHeader>

/** In the asker's own list. */
export const ownTicket = ticketHeader.extend({
  /** Something was said to the asker since they last looked. */
  isUnread: z.boolean(),
})
export type OwnTicket = z.infer<typeof ownTicket>

/** In the list of a desk. */
export const queuedTicket = ticketHeader.extend({ askerName: z.string(), stars: z.int().nullable() })
export type QueuedTicket = z.infer<typeof queuedTicket>
