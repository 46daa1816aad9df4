import type { Ticket, TicketEntry } from '@kolosok/contract'
import { Attachments } from '#features/files/index.ts'
import { formatDay, formatTime } from '#lib/dates.ts'
import { LinkedText } from '#ui/linked-text.tsx'
import { t } from './texts.ts'
import classes from './tickets.module.css'

/** What was said as bubbles, what was done as lines between them. */
export function Conversation({ ticket, entries }: { ticket: Ticket; entries: readonly TicketEntry[] }) {
  return (
    <ol className={classes.entries}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry} data-own={isOwnSide(entry, ticket) || undefined}>
          {entry.kind === 'message' || entry.kind === 'note' ? <Said entry={entry} /> : <Done entry={entry} />}
        </li>
      ))}
    </ol>
  )
}

const isOwnSide = ({ kind, side }: TicketEntry, { view }: Ticket) =>
  kind === 'message' && (view === 'asker') === (side === 'asker')

function nameOf({ author, side, isOwn }: TicketEntry): string {
  if (isOwn) return t('ticket.you')
  return author === '' && side === 'platform' ? t('ticket.support') : author
}

const When = ({ at }: { at: string }) => (
  <time dateTime={at} className={classes.muted}>
    {formatDay(at)}, {formatTime(at)}
  </time>
)

function Said({ entry }: { entry: TicketEntry }) {
  const isNote = entry.kind === 'note'
  const name = nameOf(entry)
  return (
    <div className={classes.said} data-note={isNote || undefined}>
      <div className={classes.saidHead}>
        <strong>{isNote ? t('ticket.note', { name }) : name}</strong>
        <When at={entry.at} />
        {entry.isByMail && <span className={classes.muted}>{t('entry.by-mail')}</span>}
      </div>
      {entry.text !== '' && (
        <p className={classes.text}>
          <LinkedText text={entry.text} />
        </p>
      )}
      {entry.attachments.length > 0 && (
        <div className={classes.files}>
          <Attachments attachments={entry.attachments} />
        </div>
      )}
    </div>
  )
}

function Done({ entry }: { entry: TicketEntry }) {
  return (
    <div className={classes.done}>
      <span>
        {sentenceOf(entry)} · <When at={entry.at} />
      </span>
      {entry.text !== '' && <p className={classes.text}>{entry.text}</p>}
    </div>
  )
}

function sentenceOf(entry: TicketEntry): string {
  const { kind, side, author, assignee } = entry
  const name = nameOf(entry)
  // It goes from the side that passed it to the other one.
  const to = t(side === 'platform' ? 'entry.passed.organization' : 'entry.passed.platform')
  if (kind === 'passed') return author === '' ? t('entry.passed.asker', { to }) : t('entry.passed', { name, to })
  if (kind === 'assigned') return t('entry.assigned', { name, assignee: assignee === '' ? 'none' : assignee })
  if (kind === 'released') return t('entry.released', { name })
  return t(`entry.${kind === 'solved' || kind === 'reopened' ? kind : 'rated'}`)
}
