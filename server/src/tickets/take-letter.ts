import type { FileId, TicketEntryId, TicketId } from '@kolosok/contract'
import { attachReceived } from '#files/index.ts'
import { tickets as texts } from '#locales/ru/tickets.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { tagAddress } from '#platform/mail-address.ts'
import { newId } from '#platform/new-id.ts'
import { createTexts } from '#platform/texts.ts'
import { insertEntry, insertFiles } from './entry.store.ts'
import { tellDesk } from './letters.ts'
import { recordTicketAudit, tell } from './news.ts'
import { findByTag, findTicket, insertTicket, lockTicket, type TicketRow, updateTicket } from './store.ts'

const t = createTexts(texts)

type TakenLetter = {
  /** The secret part of the address; empty for a new ticket. */
  readonly tag: string
  readonly from: { readonly address: string; readonly name: string }
  readonly subject: string
  readonly text: string
  readonly fileIds: readonly FileId[]
  /** Names of files that were not taken. */
  readonly refusedFiles: readonly string[]
  /** Whether whoever wrote hears at once that it has arrived. */
  readonly isAnswered: boolean
}

/**
 * A letter goes on with the ticket whose tag it was sent to, as a word of its asker, or begins one at the platform's
 * support. Undefined for a tag that leads nowhere.
 */
export async function takeLetter(
  context: Context,
  tx: Tx,
  letter: TakenLetter,
  afterCommit: AfterCommit,
): Promise<{ ticketId: TicketId; isNew: boolean } | undefined> {
  const found = letter.tag === '' ? undefined : await findByTag(tx, letter.tag)
  if (letter.tag !== '' && !found) return undefined
  const ticketId = found ?? (await begin(tx, letter, context.clock()))
  await lockTicket(tx, ticketId)
  const ticket = await findTicket(tx, ticketId)
  if (!ticket) return undefined
  await write(context, tx, ticket, letter)
  if (found) await goOn(context, tx, ticket)
  else await welcome(context, tx, ticket, letter)
  await tell(tx, context, ticket, afterCommit)
  return { ticketId, isNew: !found }
}

async function begin(tx: Tx, { from, subject }: TakenLetter, now: Date): Promise<TicketId> {
  const id = newId<TicketId>()
  await insertTicket(tx, {
    id,
    askerId: null,
    askerName: from.name,
    organizationId: null,
    desk: 'platform',
    subject: subject === '' ? t('no-subject') : subject,
    email: from.address,
    page: '',
    now,
  })
  return id
}

async function write({ clock }: Context, tx: Tx, ticket: TicketRow, letter: TakenLetter): Promise<void> {
  const by = { ticketId: ticket.id, side: 'asker', authorId: ticket.askerId, now: clock() } as const
  if (ticket.state === 'solved') await insertEntry(tx, { ...by, id: newId(), kind: 'reopened' })
  const id = newId<TicketEntryId>()
  const attachments = await attachReceived(tx, letter.fileIds)
  await insertEntry(tx, { ...by, id, kind: 'message', isByMail: true, text: letter.text, attachments })
  await insertFiles(tx, id, letter.fileIds)
}

async function goOn(context: Context, tx: Tx, ticket: TicketRow): Promise<void> {
  const state = ticket.holderId === null ? 'new' : 'in-work'
  await updateTicket(tx, ticket.id, { state, now: context.clock() })
  if (ticket.state === 'solved') await recordTicketAudit(tx, null, ticket, 'ticket.reopened')
  await tellDesk(context, tx, ticket, 'replied')
}

/** Whoever wrote hears that it has arrived, and by which address it goes on. */
async function welcome(context: Context, tx: Tx, ticket: TicketRow, letter: TakenLetter): Promise<void> {
  if (letter.isAnswered) await tellArrived(context, tx, ticket, letter)
  await recordTicketAudit(tx, null, ticket, 'ticket.asked')
  await tellDesk(context, tx, ticket, 'asked')
}

/** In no words of the letter: its sender may be forged, and what they wrote would go to somebody else from here. */
async function tellArrived(context: Context, tx: Tx, ticket: TicketRow, { refusedFiles }: TakenLetter): Promise<void> {
  const { number, email, tag } = ticket
  const count = refusedFiles.length
  await context.mail.send(
    tx,
    {
      to: email,
      subject: t('received.subject', { number }),
      paragraphs: [t('received.text'), ...(count > 0 ? [t('received.refused', { count })] : [])],
      replyTo: tagAddress(context.config, tag),
    },
    { aboutId: ticket.id },
  )
}
