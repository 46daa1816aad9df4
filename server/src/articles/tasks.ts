import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { countVotesBefore, deleteVotesBefore } from './vote.store.ts'

const DAY = 24 * 60 * 60 * 1000
const VOTES_KEPT_DAYS = 365

export const articleTasks = ({ db, clock }: Context): Tasks => ({
  'forget-article-votes': defineSchedule('23 4 * * *', () =>
    deleteVotesBefore(db, new Date(clock().getTime() - VOTES_KEPT_DAYS * DAY)),
  ),
})

export const articleRetention: readonly Retained[] = [
  { kind: 'article-votes', keptDays: VOTES_KEPT_DAYS, count: countVotesBefore },
]
