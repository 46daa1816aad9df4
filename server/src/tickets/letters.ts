import { tickets as texts } from '#locales/ru/tickets.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { REPLY_ABOVE, tagAddress } from '#platform/mail-address.ts'
import { createTexts } from '#platform/texts.ts'
import { listWorkers } from './desk.store.ts'
import type { TicketRow } from './store.ts'

const t = createTexts(texts)
/** A desk with more people than that has other ways to hear of it. */
const MAX_TOLD = 20

const pageOf = ({ config }: Context, { id }: Pick<TicketRow, 'id'>) => `${config.publicUrl}/help/${id}`

type Answer = { readonly text: string; readonly hasFiles: boolean; readonly isSolved: boolean }

/** The answer itself, to whoever wanted it by mail, too. */
export async function tellAsker(context: Context, tx: Tx, ticket: TicketRow, answer: Answer): Promise<void> {
  const { email, number, subject, organizationName } = ticket
  if (email === '') return
  const from =
    ticket.desk === 'platform' ? t('from.platform') : t('from.organization', { organization: organizationName })
  const tag = tagAddress(context.config, ticket.tag)
  const paragraphs = [
    ...(tag ? [REPLY_ABOVE] : []),
    from,
    ...answer.text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== ''),
    ...(answer.hasFiles ? [t('files')] : []),
    t(tag ? (answer.isSolved ? 'solved.by-mail' : 'reply.by-mail') : answer.isSolved ? 'solved' : 'reply'),
  ]
  await context.mail.send(
    tx,
    {
      to: email,
      subject: t('answer.subject', { number, subject }),
      paragraphs,
      // Whoever has no account has no page to open.
      ...(ticket.askerId && { button: { text: t('button'), url: pageOf(context, ticket) } }),
      ...(tag && { replyTo: tag }),
    },
    { aboutId: ticket.id },
  )
}

/** That something waits for the desk: of what it is about no more than the heading. A reply goes to whoever has it. */
export async function tellDesk(
  context: Context,
  tx: Tx,
  ticket: TicketRow,
  what: 'asked' | 'passed' | 'replied',
): Promise<void> {
  const { desk, organizationId, organizationName, number, subject, holderId } = ticket
  const workers = await listWorkers(tx, desk, organizationId)
  const told = what === 'replied' ? workers.filter(({ accountId }) => accountId === holderId) : workers
  for (const { email } of told.slice(0, MAX_TOLD)) {
    if (email === null) continue
    await context.mail.send(tx, {
      to: email,
      subject: t(`${what}.subject`, { number }),
      paragraphs: [t(`${what}.text`, { subject, organization: organizationName, place: placeOf(organizationName) })],
      button: { text: t('button'), url: pageOf(context, ticket) },
    })
  }
}

const placeOf = (organizationName: string) => (organizationName === '' ? 'none' : 'some')
