import type { Broadcast, BroadcastId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { stopRecording } from '#recordings/index.ts'
import { attempt, orUnavailable, requireLivekit } from '#rooms/index.ts'
import { accessBroadcast } from './access.ts'
import type { BroadcastContext } from './context.ts'
import { updateEnded, updateStarted } from './live.store.ts'
import { getSpeaker, upsertSession, upsertStage, visits } from './person.store.ts'
import { getBroadcast } from './present.ts'
import { recordedBroadcasts } from './recordings.ts'
import { type BroadcastRow, lockBroadcast } from './store.ts'
import { recordBroadcastAudit, tellConcerned } from './tell.ts'

/** Its host may come back within that from a lost connection; longer without anybody on the stage, and it is over. */
export const STAGE_GRACE_MS = 5 * 60_000

/** Time enough to try sound and picture with the speaker; a rehearsal days before would end the webinar with it. */
const WEBINAR_EARLY_MS = 45 * 60_000

export async function startBroadcast(context: BroadcastContext, actor: Actor, id: BroadcastId): Promise<Broadcast> {
  const { webinarId, plannedAt } = await accessBroadcast(context.db, actor, id, 'start')
  const left = plannedAt.getTime() - context.clock().getTime()
  if (webinarId !== null && left > WEBINAR_EARLY_MS) throw new AppError('broadcast-early')
  requireLivekit(context)
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, id)
    const { state, organizationId } = await accessBroadcast(tx, actor, id, 'start')
    if (state === 'live') return
    const at = context.clock()
    await updateStarted(tx, id, at)
    await upsertStage(tx, id, actor.accountId, { stage: 'on', at })
    await recordBroadcastAudit(tx, actor, { id, organizationId }, 'broadcast.started')
    await tellConcerned(tx, context.bus, id, afterCommit)
  })
  return getBroadcast(context.db, actor, id)
}

export async function endBroadcast(context: BroadcastContext, actor: Actor, id: BroadcastId): Promise<Broadcast> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, id)
    const { state, organizationId } = await accessBroadcast(tx, actor, id, 'end')
    if (state === 'ended') return
    await finish(context, tx, afterCommit, { id, at: context.clock() })
    await recordBroadcastAudit(tx, actor, { id, organizationId }, 'broadcast.ended')
  })
  return getBroadcast(context.db, actor, id)
}

/** Over, for everybody; under its lock. */
export async function finish(
  context: BroadcastContext,
  tx: Tx,
  afterCommit: AfterCommit,
  { id, at }: Pick<BroadcastRow, 'id'> & { at: Date },
): Promise<void> {
  await visits.endAll(tx, id, at)
  await updateEnded(tx, id, at)
  const stop = { rooms: recordedBroadcasts(context), room: id, stoppedFor: 'over' as const }
  await stopRecording(tx, context, null, stop, afterCommit)
  await tellConcerned(tx, context.bus, id, afterCommit)
  afterCommit(() => {
    attempt(context, context.media.closeRoom(id))
  })
}

/** The way in. Hundreds come at the same moment, so nobody waits for another here. */
export async function joinBroadcast(
  context: BroadcastContext,
  actor: Actor,
  id: BroadcastId,
): Promise<{ token: string; broadcast: Broadcast }> {
  const { db, media } = context
  await accessBroadcast(db, actor, id, 'join')
  requireLivekit(context)
  await orUnavailable(media.openRoom(id))
  const stage = await transact(db, async (tx) => {
    await lockBroadcast(tx, id, 'share')
    const broadcast = await accessBroadcast(tx, actor, id, 'join')
    await upsertSession(tx, id, actor.accountId, actor.sessionId)
    return broadcast.stage
  })
  const speaker = await getSpeaker(db, id, actor.accountId)
  const token = await media.joinToken({ room: id, identity: actor.accountId, ...speaker, isLookingOn: stage !== 'on' })
  return { token, broadcast: await getBroadcast(db, actor, id) }
}
