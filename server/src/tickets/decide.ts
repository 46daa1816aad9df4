import type { AccountId, Ticket, TicketDesk, TicketEntryId, TicketId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import { accessTicket } from './access.ts'
import { changeTicket } from './change-ticket.ts'
import { listWorkers } from './desk.store.ts'
import { insertEntry } from './entry.store.ts'
import { tellDesk } from './letters.ts'
import { recordTicketAudit, sideOf } from './news.ts'
import { settle } from './say.ts'
import { updateRating, updateRead, updateTicket } from './store.ts'

type Assigning = { readonly ticketId: TicketId; readonly from: AccountId | null; readonly to: AccountId | null }

/** Of two who take it at once, the second is told who was quicker. */
export function assign(context: Context, actor: Actor, { ticketId, from, to }: Assigning): Promise<Ticket> {
  return changeTicket(context, actor, ticketId, {
    action: 'assign',
    async write(tx, ticket, now) {
      if (ticket.holderId === to) return false
      if (ticket.holderId !== from) throw new AppError('ticket-taken', { params: { name: ticket.holderName } })
      const workers = await listWorkers(tx, ticket.desk, ticket.organizationId)
      const isThere = to === null || workers.some(({ accountId }) => accountId === to)
      // The asker answers no ticket of their own.
      if (!isThere || to === ticket.askerId) throw invalidFields({ to: 'not-at-desk' })
      const state = ticket.state === 'waiting' ? 'waiting' : to === null ? 'new' : 'in-work'
      await updateTicket(tx, ticketId, { assigneeId: to, state, isSilent: true, now })
      const done = to === null ? ({ kind: 'released' } as const) : ({ kind: 'assigned', assigneeId: to } as const)
      const by = { side: sideOf(ticket), authorId: actor.accountId }
      await insertEntry(tx, { id: newId(), ticketId, ...done, ...by, now })
      await recordTicketAudit(tx, actor, ticket, 'ticket.assigned')
      return true
    },
  })
}

type Passing = {
  readonly ticketId: TicketId
  readonly entryId: TicketEntryId
  readonly to: TicketDesk
  readonly word: string
}

/** To the other desk, where it is new: with all that was said, and a word that the asker does not see. */
export function pass(context: Context, actor: Actor, { ticketId, entryId, to, word }: Passing): Promise<Ticket> {
  return changeTicket(context, actor, ticketId, {
    action: 'pass',
    entryId,
    async write(tx, ticket, now) {
      if (ticket.desk === to) throw new AppError('ticket-elsewhere')
      const passed = { kind: 'passed', side: sideOf(ticket), authorId: actor.accountId, text: word } as const
      await insertEntry(tx, { id: entryId, ticketId, ...passed, now })
      await updateTicket(tx, ticketId, { desk: to, assigneeId: null, state: 'new', now })
      await recordTicketAudit(tx, actor, ticket, 'ticket.passed', to)
      await tellDesk(context, tx, { ...ticket, desk: to, holderId: null }, 'passed')
      return true
    },
  })
}

/** Without another word; the asker can do so, too. */
export function solve(context: Context, actor: Actor, { ticketId }: { ticketId: TicketId }): Promise<Ticket> {
  return changeTicket(context, actor, ticketId, {
    action: 'solve',
    async write(tx, ticket, now) {
      if (ticket.state === 'solved') return false
      const { isAsker } = ticket.facts
      await updateTicket(tx, ticketId, {
        state: 'solved',
        ...(!isAsker && { assigneeId: ticket.holderId ?? actor.accountId }),
        now,
      })
      await settle(tx, actor, ticket, now)
      return true
    },
  })
}

type Rating = { readonly ticketId: TicketId; readonly stars: number; readonly word: string }

export function rate(context: Context, actor: Actor, { ticketId, stars, word }: Rating): Promise<Ticket> {
  return changeTicket(context, actor, ticketId, {
    action: 'rate',
    async write(tx, ticket, now) {
      if (ticket.stars === stars && ticket.ratingWord === word) return false
      await updateRating(tx, ticketId, stars, word)
      const by = { side: 'asker', authorId: actor.accountId } as const
      await insertEntry(tx, { id: newId(), ticketId, kind: 'rated', ...by, now })
      return true
    },
  })
}

export async function setRead(context: Context, actor: Actor, { ticketId, seq }: { ticketId: TicketId; seq: number }) {
  await accessTicket(context.db, actor, ticketId, 'setRead')
  // One's other devices, and nobody else.
  if (await updateRead(context.db, ticketId, seq)) publishStale(context.bus, [actor.accountId], 'tickets')
  return {}
}
