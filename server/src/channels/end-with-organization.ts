import type { ClosingStep } from '#organizations/index.ts'
import { unschedule } from './post.store.ts'

/** What was to appear later is a draft again: somebody decides anew, should the organization open again. */
export const unschedulePosts: ClosingStep = (tx, _actor, { organizationId, at }) => unschedule(tx, organizationId, at)
