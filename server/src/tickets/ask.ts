import type { FileId, OrganizationId, Ticket, TicketDesk, TicketEntryId, TicketId } from '@kolosok/contract'
import { MAX_OPEN_TICKETS } from '@kolosok/contract'
import { attachFiles } from '#files/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessTicket } from './access.ts'
import { findEntry, insertEntry, insertFiles } from './entry.store.ts'
import { tellDesk } from './letters.ts'
import { limitAsking } from './limits.ts'
import { recordTicketAudit, tell } from './news.ts'
import { getTicket } from './read-ticket.ts'
import { countOpen, findTicket, insertTicket } from './store.ts'

type Input = {
  readonly ticketId: TicketId
  readonly desk: TicketDesk
  readonly organizationId: OrganizationId | null
  readonly subject: string
  readonly text: string
  readonly fileIds: readonly FileId[]
  readonly email: string
  readonly page: string
}

/** A new ticket. The client chose the id: a retry finds what it asked. */
export async function ask(context: Context, actor: Actor, input: Input): Promise<Ticket> {
  const { ticketId: id } = input
  await transact(context.db, async (tx, afterCommit) => {
    if (await findTicket(tx, id)) return
    // Its first word bears the same id.
    if (await findEntry(tx, id as string as TicketEntryId)) throw new AppError('not-found')
    await checkDesk(tx, actor, input)
    const now = context.clock()
    await limitAsking(tx, actor, now)
    if ((await countOpen(tx, actor.accountId)) >= MAX_OPEN_TICKETS) throw new AppError('too-many-tickets')
    const email = input.email.toLowerCase()
    const isMade = await insertTicket(tx, { id, askerId: actor.accountId, ...input, email, now })
    // The same, sent twice at once: the other one has asked.
    if (!isMade) return
    await insertFirst(tx, actor, input, now)
    const ticket = await accessTicket(tx, actor, id, 'see')
    await recordTicketAudit(tx, actor, ticket, 'ticket.asked')
    await tellDesk(context, tx, ticket, 'asked')
    await tell(tx, context, ticket, afterCommit)
  })
  return getTicket(context, actor, { ticketId: id })
}

/** One asks others: of an organization one belongs to, and not the desk one answers at. */
async function checkDesk(tx: Tx, actor: Actor, { desk, organizationId }: Input): Promise<void> {
  if (desk === 'organization' && organizationId === null) throw invalidFields({ organizationId: 'required' })
  const organization = organizationId && (await accessOrganization(tx, actor, organizationId, 'see'))
  const isOwn = desk === 'platform' ? actor.isOperator : organization !== null && organization.roles.includes('admin')
  if (isOwn) throw invalidFields({ desk: 'own-desk' })
}

async function insertFirst(tx: Tx, actor: Actor, { ticketId, text, fileIds }: Input, now: Date): Promise<void> {
  const id = ticketId as string as TicketEntryId
  const ids = [...new Set(fileIds)]
  const attachments = await attachFiles(tx, actor, ids)
  await insertEntry(tx, {
    id,
    ticketId,
    kind: 'message',
    side: 'asker',
    authorId: actor.accountId,
    text,
    attachments,
    now,
  })
  await insertFiles(tx, id, ids)
}
