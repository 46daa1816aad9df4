import { type AccountId, type Broadcast, type BroadcastId, MAX_ON_STAGE } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { attempt } from '#rooms/index.ts'
import { accessBroadcast, type ClearedBroadcast } from './access.ts'
import type { BroadcastContext } from './context.ts'
import { updateWhoIsIn } from './live.store.ts'
import { countStage, findStage, listAllowed, upsertHand, upsertStage } from './person.store.ts'
import type { BroadcastAction } from './policy.ts'
import { getBroadcast } from './present.ts'
import { lockBroadcast } from './store.ts'
import { recordBroadcastAudit, tellRoom, tellRunning } from './tell.ts'

type Move = {
  readonly id: BroadcastId
  readonly who: AccountId
  readonly action: BroadcastAction
  /** Where they are to be; the same place again changes nothing. */
  readonly stage: 'invited' | 'on' | null
}

/** Somebody goes on the stage, is asked there, or leaves it: one at a time, and LiveKit hears of it at once. */
async function move(context: BroadcastContext, actor: Actor, { id, who, action, stage }: Move): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, id)
    const broadcast = await accessBroadcast(tx, actor, id, action)
    const before = await findStage(tx, id, who)
    if (before === stage || (stage === 'invited' && before === 'on')) return
    if (stage !== null && before === null) await checkRoom(tx, id, actor, who)
    const at = context.clock()
    await upsertStage(tx, id, who, { stage, at })
    if (stage !== 'invited') await updateWhoIsIn(tx, id, at)
    await record(tx, actor, broadcast, { before, stage, who })
    await tellRunning(tx, context.bus, id, afterCommit, who)
    showPlace(context, afterCommit, { id, who, stage, before })
  })
}

/** Whom it is not for is nobody's guest. */
async function checkRoom(tx: Tx, id: BroadcastId, actor: Actor, who: AccountId): Promise<void> {
  if (who !== actor.accountId && (await listAllowed(tx, id, [who])).length === 0) throw new AppError('not-found')
  if ((await countStage(tx, id)) >= MAX_ON_STAGE) throw new AppError('stage-full')
}

type Moved = Pick<Move, 'stage' | 'who'> & { readonly before: Move['stage'] }

async function record(tx: Tx, actor: Actor, broadcast: ClearedBroadcast, { before, stage, who }: Moved): Promise<void> {
  if (stage === 'on') await recordBroadcastAudit(tx, actor, broadcast, 'broadcast.guest-raised', who)
  if (stage === null && before === 'on')
    await recordBroadcastAudit(tx, actor, broadcast, 'broadcast.guest-returned', who)
}

function showPlace(
  context: BroadcastContext,
  afterCommit: AfterCommit,
  { id, who, stage, before }: Moved & { id: BroadcastId },
) {
  if (stage === 'invited' || (stage === null && before === 'invited')) return
  afterCommit(() => {
    attempt(context, context.media.setLookingOn(id, who, stage !== 'on'))
    tellRoom(context, id)
  })
}

export async function enterStage(context: BroadcastContext, actor: Actor, id: BroadcastId): Promise<Broadcast> {
  await move(context, actor, { id, who: actor.accountId, action: 'enterStage', stage: 'on' })
  return getBroadcast(context.db, actor, id)
}

export async function leaveStage(context: BroadcastContext, actor: Actor, id: BroadcastId): Promise<Broadcast> {
  await move(context, actor, { id, who: actor.accountId, action: 'see', stage: null })
  return getBroadcast(context.db, actor, id)
}

type Target = { readonly broadcastId: BroadcastId; readonly accountId: AccountId }

export async function invite(context: BroadcastContext, actor: Actor, { broadcastId: id, accountId }: Target) {
  await move(context, actor, { id, who: accountId, action: 'run', stage: 'invited' })
  return {}
}

export async function putBack(context: BroadcastContext, actor: Actor, { broadcastId: id, accountId }: Target) {
  await move(context, actor, { id, who: accountId, action: 'run', stage: null })
  return {}
}

type Hand = { readonly broadcastId: BroadcastId; readonly isUp: boolean }

export async function raiseHand(
  context: BroadcastContext,
  actor: Actor,
  { broadcastId: id, isUp }: Hand,
): Promise<Broadcast> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, id, 'share')
    const { isHandUp } = await accessBroadcast(tx, actor, id, 'raiseHand')
    if (isHandUp === isUp) return
    await upsertHand(tx, id, actor.accountId, isUp ? context.clock() : null)
    await tellRunning(tx, context.bus, id, afterCommit)
  })
  return getBroadcast(context.db, actor, id)
}
