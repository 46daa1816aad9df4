import type { IncomingLetter } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
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
  const letters = page.map(({ ticketId, number, at, ...letter }): IncomingLetter => {
    const ticket = ticketId !== null && number !== null ? { id: ticketId, number } : null
    return { ...letter, at: at.toISOString(), ticket }
  })
  const isOn = config.MAIL_IN_PORT !== 0
  return {
    letters,
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    address: isOn ? (config.MAIL_IN_ADDRESS ?? null) : null,
    applicationsAddress: isOn ? (config.MAIL_IN_APPLICATIONS ?? null) : null,
  }
}

export const letterInTasks = ({ db, clock }: Context): Tasks => ({
  'forget-letters': defineSchedule('41 * * * *', async () => {
    await deleteBefore(db, new Date(clock().getTime() - KEPT_MS))
    await deleteBeyond(db, MAX_REFUSED)
  }),
})
