import type { Ticket, TicketDesk, TicketEntry, TicketId } from '@kolosok/contract'
import { isOffered } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { findOutgoing } from '#platform/outgoing-letters.ts'
import { accessTicket, type ClearedTicket, type TicketReader } from './access.ts'
import { listWorkers } from './desk.store.ts'
import { type EntryRow, listEntries, PAGE } from './entry.store.ts'
import { type TicketAction, ticketPolicy } from './policy.ts'
import { presentHeader } from './present.ts'

type Asked = { readonly ticketId: TicketId; readonly before?: number | undefined }

export async function getTicket(
  { db }: Pick<Context, 'db'>,
  actor: TicketReader,
  { ticketId, before }: Asked,
): Promise<Ticket> {
  const ticket = await accessTicket(db, actor, ticketId, 'see')
  const { isAsker } = ticket.facts
  const rows = await listEntries(db, ticketId, { isAsker, before })
  const page = rows.slice(0, PAGE).reverse()
  const may = (action: TicketAction) => isOffered(ticketPolicy[action](ticket.facts), ticket)
  const workers = may('assign') ? await listWorkers(db, ticket.desk, ticket.organizationId) : []
  return {
    ...presentHeader(ticket, { isAsker }),
    view: isAsker ? 'asker' : 'desk',
    letter: isAsker ? null : await findOutgoing(db, ticketId),
    asker: {
      name: ticket.askerName,
      label: ticket.askerLabel,
      email: ticket.email,
      hasAccount: ticket.askerId !== null,
    },
    page: isAsker ? '' : ticket.page,
    rating: ticket.stars === null ? null : { stars: ticket.stars, word: ticket.ratingWord },
    colleagues: workers
      .filter(({ accountId }) => accountId !== ticket.askerId)
      .map(({ accountId, name }) => ({ accountId, name })),
    abilities: {
      reply: may('reply'),
      note: may('note'),
      assign: may('assign'),
      pass: may('pass') ? otherDesk(ticket.desk) : null,
      solve: may('solve') && ticket.state !== 'solved',
      rate: may('rate'),
    },
    entries: page.map((row) => presentEntry(row, actor, ticket)),
    earlier: rows.length > PAGE ? (page[0]?.seq ?? null) : null,
  }
}

const otherDesk = (desk: TicketDesk): TicketDesk => (desk === 'platform' ? 'organization' : 'platform')

/** To the asker the platform's support speaks as such, and the word of a passing is not theirs. */
function presentEntry(row: EntryRow, actor: TicketReader, { facts }: ClearedTicket): TicketEntry {
  const { authorId, at, ...entry } = row
  const isHidden = facts.isAsker && row.side === 'platform'
  return {
    ...entry,
    author: isHidden ? '' : row.author,
    text: facts.isAsker && row.kind === 'passed' ? '' : row.text,
    isOwn: authorId === actor.accountId,
    at: at.toISOString(),
  }
}
