import type { FileId, Ticket, TicketEntryId, TicketId } from '@kolosok/contract'
import { attachFiles } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import type { ClearedTicket } from './access.ts'
import { changeTicket } from './change-ticket.ts'
import { insertEntry, insertFiles } from './entry.store.ts'
import { tellAsker, tellDesk } from './letters.ts'
import { limitWriting } from './limits.ts'
import { recordTicketAudit, sideOf } from './news.ts'
import { updateAnswered, updateTicket } from './store.ts'

type Input = {
  readonly ticketId: TicketId
  readonly entryId: TicketEntryId
  readonly kind: 'message' | 'note'
  readonly text: string
  readonly fileIds: readonly FileId[]
  readonly isSolved: boolean
}

/** A word to the other side, or a note for the desk itself. */
export function say(context: Context, actor: Actor, input: Input): Promise<Ticket> {
  const { ticketId, entryId, kind } = input
  return changeTicket(context, actor, ticketId, {
    action: kind === 'note' ? 'note' : 'reply',
    entryId,
    async write(tx, ticket, now) {
      if (ticket.facts.isAsker) await limitWriting(tx, actor, now)
      if (ticket.facts.isAsker && ticket.state === 'solved') await reopen(tx, actor, ticket, now)
      await write(tx, actor, { ticket, input, now })
      if (kind === 'message') await follow(context, tx, actor, { ticket, input, now })
      return true
    },
  })
}

type Work = { readonly ticket: ClearedTicket; readonly input: Input; readonly now: Date }

async function write(tx: Tx, actor: Actor, { ticket, input, now }: Work): Promise<void> {
  const { entryId: id, kind, text } = input
  const fileIds = [...new Set(input.fileIds)]
  const attachments = await attachFiles(tx, actor, fileIds)
  const said = { kind, side: sideOf(ticket), authorId: actor.accountId, text, attachments }
  await insertEntry(tx, { id, ticketId: ticket.id, ...said, now })
  await insertFiles(tx, id, fileIds)
}

/** What an answer does to the ticket: it waits for the other side, or is settled; who answers has it. */
async function follow(context: Context, tx: Tx, actor: Actor, { ticket, input, now }: Work): Promise<void> {
  const { isSolved, text, fileIds } = input
  const { isAsker } = ticket.facts
  const asked = ticket.holderId === null ? 'new' : 'in-work'
  const state = isSolved ? 'solved' : isAsker ? asked : 'waiting'
  await updateTicket(tx, ticket.id, { state, ...(!isAsker && { assigneeId: actor.accountId }), now })
  if (isSolved) await settle(tx, actor, ticket, now)
  if (isAsker) return tellDesk(context, tx, ticket, 'replied')
  if (ticket.desk === 'platform') await updateAnswered(tx, ticket.id, now)
  await tellAsker(context, tx, ticket, { text, hasFiles: fileIds.length > 0, isSolved })
}

async function reopen(tx: Tx, actor: Actor, ticket: ClearedTicket, now: Date): Promise<void> {
  const opened = { kind: 'reopened', side: 'asker', authorId: actor.accountId } as const
  await insertEntry(tx, { id: newId(), ticketId: ticket.id, ...opened, now })
  await recordTicketAudit(tx, actor, ticket, 'ticket.reopened')
}

/** Written down as settled, by the asker or by the desk. */
export async function settle(tx: Tx, actor: Actor, ticket: ClearedTicket, now: Date): Promise<void> {
  const settled = { kind: 'solved', side: sideOf(ticket), authorId: actor.accountId } as const
  await insertEntry(tx, { id: newId(), ticketId: ticket.id, ...settled, now })
  await recordTicketAudit(tx, actor, ticket, 'ticket.solved')
}
