import type { ProblemCode, TicketDesk, TicketState } from '@kolosok/contract'

export type TicketFacts = {
  readonly isAsker: boolean
  /** Of the organization it is about. */
  readonly isAdmin: boolean
  readonly isOperator: boolean
  readonly desk: TicketDesk
  /** It stands there, or did: a desk that never had it knows nothing of it. */
  readonly wasInOrganization: boolean
  readonly wasAtPlatform: boolean
  readonly state: TicketState
  /** Who of the desk has it. */
  readonly holder: 'nobody' | 'self' | 'other'
}

export type TicketVerdict =
  | 'allow'
  | Extract<
      ProblemCode,
      | 'not-found'
      | 'forbidden'
      | 'ticket-elsewhere'
      | 'ticket-taken'
      | 'ticket-solved'
      | 'ticket-not-solved'
      | 'ticket-stays'
    >

/** The desks one answers from. In one's own ticket one is the asker, whatever one is besides. */
function desksOf({ isAsker, isAdmin, isOperator, wasInOrganization, wasAtPlatform }: TicketFacts): TicketDesk[] {
  if (isAsker) return []
  return [
    ...(isAdmin && wasInOrganization ? (['organization'] as const) : []),
    ...(isOperator && wasAtPlatform ? (['platform'] as const) : []),
  ]
}

const see = (ticket: TicketFacts): TicketVerdict =>
  ticket.isAsker || desksOf(ticket).length > 0 ? 'allow' : 'not-found'

/** What the desk does where the ticket stands; the asker sees the ticket, and does none of it. */
function atDesk(ticket: TicketFacts, verdict: TicketVerdict = 'allow'): TicketVerdict {
  if (see(ticket) !== 'allow') return 'not-found'
  if (ticket.isAsker) return 'forbidden'
  return desksOf(ticket).includes(ticket.desk) ? verdict : 'ticket-elsewhere'
}

/** One answers at a time: who has taken it. */
const held = ({ holder }: TicketFacts): TicketVerdict => (holder === 'other' ? 'ticket-taken' : 'allow')

function ofAsker(ticket: TicketFacts, verdict: TicketVerdict = 'allow'): TicketVerdict {
  if (see(ticket) !== 'allow') return 'not-found'
  return ticket.isAsker ? verdict : 'forbidden'
}

export const ticketPolicy = {
  see,
  /** What is said to the other side: by the asker always, by the desk where it stands. */
  reply: (ticket: TicketFacts) => (ticket.isAsker ? 'allow' : atDesk(ticket, held(ticket))),
  note: (ticket: TicketFacts) => atDesk(ticket),
  /** Taken from somebody, too, who is asked in person: the screen says who has it. */
  assign: (ticket: TicketFacts) => atDesk(ticket, ticket.state === 'solved' ? 'ticket-solved' : 'allow'),
  pass(ticket: TicketFacts) {
    if (ticket.state === 'solved') return atDesk(ticket, 'ticket-solved')
    // Written past the organization's administrators, perhaps about them.
    const stays = ticket.desk === 'platform' && !ticket.wasInOrganization
    return atDesk(ticket, stays ? 'ticket-stays' : held(ticket))
  },
  solve: (ticket: TicketFacts) => (ticket.isAsker ? 'allow' : atDesk(ticket, held(ticket))),
  rate: (ticket: TicketFacts) => ofAsker(ticket, ticket.state === 'solved' ? 'allow' : 'ticket-not-solved'),
  setRead: (ticket: TicketFacts) => ofAsker(ticket),
} as const satisfies Record<string, (ticket: TicketFacts) => TicketVerdict>

export type TicketAction = keyof typeof ticketPolicy
