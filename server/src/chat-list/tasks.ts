import { MAX_DRAFT_AGE_MS } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import { deleteOldEmptied } from './draft.store.ts'

export const chatListTasks = ({ db, clock }: Context): Tasks => ({
  // Nothing that old is accepted any more, so nothing can rise again.
  'forget-emptied-drafts': defineSchedule('37 3 * * *', () =>
    deleteOldEmptied(db, new Date(clock().getTime() - MAX_DRAFT_AGE_MS)),
  ),
})
