import type { Ticket, TicketEntryId, TicketId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessTicket, type ClearedTicket } from './access.ts'
import { findEntry } from './entry.store.ts'
import { tell } from './news.ts'
import type { TicketAction } from './policy.ts'
import { getTicket } from './read-ticket.ts'
import { lockTicket } from './store.ts'

type Change = {
  readonly action: TicketAction
  /** What the client calls the entry it makes: a retry finds it there. */
  readonly entryId?: TicketEntryId
  /** Writes it; false where it is so already. */
  readonly write: (tx: Tx, ticket: ClearedTicket, now: Date) => Promise<boolean>
}

/** Everything that is said and done in a ticket: one after another, allowed as it stands then, told to all of it. */
export async function changeTicket(
  context: Context,
  actor: Actor,
  id: TicketId,
  { action, entryId, write }: Change,
): Promise<Ticket> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockTicket(tx, id)
    await accessTicket(tx, actor, id, 'see')
    if (entryId && (await isWritten(tx, actor, id, entryId))) return
    const ticket = await accessTicket(tx, actor, id, action)
    if (await write(tx, ticket, context.clock())) await tell(tx, context, ticket, afterCommit)
  })
  return getTicket(context, actor, { ticketId: id })
}

async function isWritten(tx: Tx, actor: Actor, ticketId: TicketId, entryId: TicketEntryId): Promise<boolean> {
  const entry = await findEntry(tx, entryId)
  if (!entry) return false
  // Somebody else's id is nobody's business.
  if (entry.ticketId !== ticketId || entry.authorId !== actor.accountId) throw new AppError('not-found')
  return true
}
