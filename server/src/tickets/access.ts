import type { TicketId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { isAdmin } from './desk.store.ts'
import { type TicketAction, type TicketFacts, ticketPolicy } from './policy.ts'
import { findTicket, type TicketRow } from './store.ts'

export type TicketReader = Pick<Actor, 'accountId' | 'isOperator'>

/** A ticket this actor has been cleared for. Only `accessTicket` makes one. */
export type ClearedTicket = TicketRow & { readonly facts: TicketFacts; readonly clearedFor: TicketAction }

/** The only door to a ticket. Who else has taken it is said with the refusal. */
export async function accessTicket(
  db: Db,
  actor: TicketReader,
  id: TicketId,
  action: TicketAction,
): Promise<ClearedTicket> {
  const ticket = await findTicket(db, id)
  if (!ticket) throw new AppError('not-found')
  const facts = await loadFacts(db, actor, ticket)
  const verdict = ticketPolicy[action](facts)
  if (verdict === 'ticket-taken') throw new AppError(verdict, { params: { name: ticket.holderName } })
  if (verdict !== 'allow') throw new AppError(verdict)
  return { ...ticket, facts, clearedFor: action }
}

async function loadFacts(db: Db, actor: TicketReader, ticket: TicketRow): Promise<TicketFacts> {
  return {
    isAsker: ticket.askerId === actor.accountId,
    isAdmin: await isAdmin(db, actor.accountId, ticket.organizationId),
    isOperator: actor.isOperator,
    desk: ticket.desk,
    wasInOrganization: ticket.organizationAt !== null,
    wasAtPlatform: ticket.platformAt !== null,
    state: ticket.state,
    holder: ticket.holderId === null ? 'nobody' : ticket.holderId === actor.accountId ? 'self' : 'other',
  }
}
