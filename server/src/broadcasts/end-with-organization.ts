import type { ClosingStep } from '#organizations/index.ts'
import type { BroadcastContext } from './context.ts'
import { listUnfinished, updateCancelled } from './live.store.ts'
import { finish } from './live.ts'
import { reword } from './plan-broadcast.ts'
import { lockBroadcast } from './store.ts'
import { recordBroadcastAudit, tellConcerned } from './tell.ts'

/** Those on are over for everybody, those to come are cancelled. */
export const endBroadcasts =
  (context: BroadcastContext): ClosingStep =>
  async (tx, actor, { organizationId, at }, afterCommit) => {
    for (const { id } of await listUnfinished(tx, organizationId)) {
      await lockBroadcast(tx, id)
      // Looked at again under the lock: it may have begun meanwhile, or ended.
      const now = (await listUnfinished(tx, organizationId)).find((one) => one.id === id)
      if (!now) continue
      if (now.state === 'live') await finish(context, tx, afterCommit, { id, at })
      else await updateCancelled(tx, id)
      const action = now.state === 'live' ? 'broadcast.ended' : 'broadcast.cancelled'
      await recordBroadcastAudit(tx, actor, { id, organizationId }, action)
      await reword(tx, context, id, afterCommit)
      await tellConcerned(tx, context.bus, id, afterCommit)
    }
  }
