import type { StructurePort } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { queueFollowing } from './queue.ts'

/** Whom a notice is for follows the structure at once; that it is written down, and the screens told, a job sees to. */
export const withNotices = ({ clock }: Pick<Context, 'clock'>, port: StructurePort): StructurePort => ({
  async changed(tx, actor, change, afterCommit) {
    await port.changed(tx, actor, change, afterCommit)
    await queueFollowing(tx, change.organizationId, clock())
  },
})
