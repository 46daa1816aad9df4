import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import { listOwnerless } from './ownerless.store.ts'

/** Beyond these the log says how many there are. */
const MOST_NAMED = 50

/**
 * Nothing runs ownerless: every way out hands things over. Whether that held is looked at once a day, and told to whoever
 * operates the installation; nothing is changed.
 */
export const departureTasks = ({ db, clock, log }: Pick<Context, 'db' | 'clock' | 'log'>): Tasks => ({
  'look-for-ownerless': defineSchedule('53 3 * * *', async () => {
    const found = await listOwnerless(db, clock())
    if (found.length === 0) return
    log.warn({ count: found.length, ownerless: found.slice(0, MOST_NAMED) }, 'something hangs on somebody who has left')
  }),
})
