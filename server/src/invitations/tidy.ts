import { TIDIED_AFTER_DAYS } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { countInvitees, tidyEnded } from './tidy.store.ts'

const DAY = 24 * 3600 * 1000
/** In one transaction: whoever comes in by another link meanwhile waits for none of it. */
const PORTION = 1_000

export const invitationTasks = (context: Context): Tasks => ({
  'tidy-invitations': defineSchedule('49 3 * * *', () => tidyInvitations(context)),
})

/** Portion by portion, each whole or not at all: cut off in the middle, it goes on where it was. */
async function tidyInvitations({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> {
  const now = clock()
  const before = new Date(now.getTime() - TIDIED_AFTER_DAYS * DAY)
  let found = PORTION
  while (found === PORTION) {
    found = await transact(db, async (tx) => {
      const tidied = await tidyEnded(tx, { before, now, limit: PORTION })
      const here = Map.groupBy(tidied, ({ organizationId }) => organizationId)
      await recordAudits(
        tx,
        null,
        [...here].map(([organizationId, { length: count }]) => ({
          organizationId,
          action: 'invitation.tidied',
          subjectKind: 'organization',
          subjectId: organizationId,
          details: { count },
        })),
      )
      return tidied.length
    })
  }
}

export const invitationRetention: readonly Retained[] = [
  { kind: 'invitees', keptDays: TIDIED_AFTER_DAYS, count: countInvitees },
]
