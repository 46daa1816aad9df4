import type { IncomingLetter } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import { deleteBefore, listLetters, PAGE } from './store.ts'

const KEPT_MS = 90 * 24 * 3600 * 1000

export async function getLetters(
  { db, config }: Context,
  asked: { refused?: '1' | undefined; before?: string | undefined },
) {
  const rows = await listLetters(db, { isRefused: asked.refused === '1', before: asked.before })
  const page = rows.slice(0, PAGE)
  const letters = page.map(({ ticketId, number, at, ...letter }): IncomingLetter => {
    const ticket = ticketId !== null && number !== null ? { id: ticketId, number } : null
    return { ...letter, at: at.toISOString(), ticket }
  })
  const address = config.MAIL_IN_PORT === 0 ? null : (config.MAIL_IN_ADDRESS ?? null)
  return { letters, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null, address }
}

export const letterInTasks = ({ db, clock }: Context): Tasks => ({
  'forget-letters': defineSchedule('41 2 * * *', () => deleteBefore(db, new Date(clock().getTime() - KEPT_MS))),
})
