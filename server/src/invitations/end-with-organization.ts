import type { ClosingStep } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { revokeAll } from './revoke.ts'
import { listOpenOfOrganization } from './write.store.ts'

/** No link leads into a closed organization; what was being sent of them stops by itself. */
export const endLinks =
  (context: Context): ClosingStep =>
  async (tx, actor, { organizationId, at }, afterCommit) => {
    const ids = await listOpenOfOrganization(tx, organizationId, at)
    await revokeAll(context, tx, actor, { organizationId, ids, onlyUnclaimed: false }, afterCommit)
  }
