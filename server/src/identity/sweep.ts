import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import { sweepLimits } from '#platform/rate-limits.ts'
import type { Retained } from '#platform/retention.ts'
import { countOldCodes, sweepCodesAndSessions } from './sweep.store.ts'

export const identityTasks = ({ db, clock }: Context): Tasks => ({
  'sweep-sign-in': defineSchedule('20 3 * * *', async () => {
    await sweepCodesAndSessions(db, clock())
    await sweepLimits(db, clock())
  }),
})

export const identityRetention: readonly Retained[] = [{ kind: 'sign-in-codes', keptDays: 1, count: countOldCodes }]
