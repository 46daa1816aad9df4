import type { IncomingLetter, Mailbox } from '@kolosok/contract'
import type { Config } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import { findOutgoingOf } from '#platform/outgoing-letters.ts'
import { mailboxName } from './mailbox-connection.ts'
import { findMailbox } from './mailbox.store.ts'
import { deleteBefore, deleteBeyond, listLetters, PAGE } from './store.ts'

const KEPT_MS = 90 * 24 * 3600 * 1000
/** Lines of what was refused; a flood pushes out older ones, never those of what was taken. */
const MAX_REFUSED = 5_000

export async function getLetters(
  { db, config }: Context,
  asked: { refused?: '1' | undefined; before?: string | undefined },
) {
  const rows = await listLetters(db, { isRefused: asked.refused === '1', before: asked.before })
  const page = rows.slice(0, PAGE)
  const links = await findOutgoingOf(
    db,
    page.map(({ id }) => id),
  )
  const letters = page.map(({ ticketId, number, at, ...letter }): IncomingLetter => {
    const ticket = ticketId !== null && number !== null ? { id: ticketId, number } : null
    return { ...letter, at: at.toISOString(), ticket, link: links.get(letter.id) ?? null }
  })
  const isOn = config.MAIL_IN_PORT !== 0 || config.IMAP_URL !== undefined
  return {
    letters,
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    address: isOn ? (config.MAIL_IN_ADDRESS ?? null) : null,
    applicationsAddress: isOn ? (config.MAIL_IN_APPLICATIONS ?? null) : null,
    mailbox: await describeMailbox(db, config),
  }
}

async function describeMailbox(db: Db, config: Config): Promise<Mailbox | null> {
  const name = mailboxName(config)
  if (name === undefined) return null
  const row = await findMailbox(db, name)
  const { checked_at: checkedAt, reason, failing_since: since, next_at: nextAt } = row ?? {}
  const failing = reason && since && nextAt && { reason, since: since.toISOString(), nextAt: nextAt.toISOString() }
  return { name, checkedAt: checkedAt?.toISOString() ?? null, failing: failing ?? null }
}

export const letterInTasks = ({ db, clock }: Context): Tasks => ({
  'forget-letters': defineSchedule('41 * * * *', async () => {
    await deleteBefore(db, new Date(clock().getTime() - KEPT_MS))
    await deleteBeyond(db, MAX_REFUSED)
  }),
})
