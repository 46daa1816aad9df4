import type { BroadcastId } from '@kolosok/contract'
import { transact } from '#platform/db.ts'
import type { RoomParticipant } from '#platform/livekit/media.ts'
import { attempt, attemptNow, type Keeper, startRounds } from '#rooms/index.ts'
import type { BroadcastContext } from './context.ts'
import { findStages, listDue, type Stages, updateCancelled, updateChecked, updateWhoIsIn } from './live.store.ts'
import { finish, STAGE_GRACE_MS } from './live.ts'
import { type Allowed, listAllowed, listSeatsOfSessions, visits } from './person.store.ts'
import { reword } from './plan-broadcast.ts'
import { toVisit } from './rooms.ts'
import { lockBroadcast } from './store.ts'
import { recordBroadcastAudit, tellConcerned, tellRoom } from './tell.ts'
import { findWords } from './write.store.ts'

/** By so much a stay can come out too short whose end LiveKit never told. */
const CHECK_MS = 5_000
/** Planned and never begun: nobody waits for it any more. */
const MISSED_MS = 12 * 3600_000

/**
 * Goes round the broadcasts that are on: ends those whose stage stays empty, and holds our attendance, and who may be on
 * the stage, against what LiveKit says. All of it lies in the database: a restart goes on where it was.
 */
export function startBroadcastKeeper(context: BroadcastContext): Keeper {
  let isHurried = false
  context.bus.listen((event) => {
    if (event.type === 'sessions-ended') void showOut(context, event.sessionIds)
    // Who belongs here has changed, perhaps: whoever it is not for any more leaves within a second.
    if (event.type === 'accounts' && event.frame.type === 'stale') isHurried ||= event.frame.topics.includes('account')
  })
  return startRounds(context.log, 'broadcasts', async (isStopping) => {
    const age = isHurried ? 0 : CHECK_MS
    isHurried = false
    await round(context, age, isStopping)
  })
}

async function showOut(
  context: BroadcastContext,
  sessionIds: Parameters<typeof listSeatsOfSessions>[1],
): Promise<void> {
  for (const seat of await listSeatsOfSessions(context.db, sessionIds).catch(() => [])) {
    attempt(context, context.media.removeParticipant(seat.broadcastId, seat.accountId))
  }
}

async function round(context: BroadcastContext, age: number, isStopping: () => boolean): Promise<void> {
  const now = context.clock().getTime()
  const due = await listDue(context.db, {
    plannedBefore: new Date(now - MISSED_MS),
    checkedBefore: new Date(now - age),
  })
  for (const broadcast of due) {
    if (isStopping()) return
    if (broadcast.state === 'planned') await giveUp(context, broadcast.id)
    else if (isOver(broadcast, now)) await end(context, broadcast.id)
    // One room that can't be asked keeps no other from its end.
    else if (context.livekit.state().isAvailable) await attemptNow(context, compare(context, broadcast.id))
  }
}

const isOver = ({ idleSince }: Stages, now: number) => idleSince !== null && now >= idleSince.getTime() + STAGE_GRACE_MS

/** Looked at again under the lock: its host may have come back meanwhile. */
async function end(context: BroadcastContext, id: BroadcastId): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, id)
    const stages = await findStages(tx, id)
    if (stages?.state !== 'live' || !stages.idleSince || !isOver(stages, context.clock().getTime())) return
    await finish(context, tx, afterCommit, { id, at: stages.idleSince })
    const words = await findWords(tx, id)
    if (words) await recordBroadcastAudit(tx, null, { id, ...words }, 'broadcast.ended')
  })
}

async function giveUp(context: BroadcastContext, id: BroadcastId): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, id)
    const words = await findWords(tx, id)
    if (words?.state !== 'planned') return
    await updateCancelled(tx, id)
    await recordBroadcastAudit(tx, null, { id, ...words }, 'broadcast.cancelled')
    await reword(tx, context, id, afterCommit)
    await tellConcerned(tx, context.bus, id, afterCommit)
  })
}

async function compare(context: BroadcastContext, id: BroadcastId): Promise<void> {
  const askedAt = context.clock()
  const inRoom = await context.media.listParticipants(id)
  const accountIds = inRoom.flatMap((one) => toVisit(one)?.accountId ?? [])
  const allowed = new Map((await listAllowed(context.db, id, accountIds)).map((one) => [one.accountId as string, one]))
  for (const participant of inRoom) putRight(context, id, participant, allowed.get(participant.identity))
  await transact(context.db, async (tx) => {
    await lockBroadcast(tx, id)
    if ((await findStages(tx, id))?.state !== 'live') return
    const here = inRoom.filter(({ isActive, identity }) => isActive && allowed.has(identity))
    await visits.insert(
      tx,
      id,
      here.flatMap((one) => toVisit(one) ?? []),
    )
    await visits.endLost(tx, id, { presentSids: inRoom.map(({ sid }) => sid), recordedBefore: askedAt })
    await updateChecked(tx, id, askedAt)
    await updateWhoIsIn(tx, id, askedAt)
  })
  tellRoom(context, id)
}

/** What LiveKit did not hear, or a token of before says otherwise. */
function putRight(
  context: BroadcastContext,
  id: BroadcastId,
  one: RoomParticipant,
  allowed: Allowed | undefined,
): void {
  const { media } = context
  if (!allowed) attempt(context, media.removeParticipant(id, one.identity))
  else if (allowed.isOnStage === one.isLookingOn) {
    attempt(context, media.setLookingOn(id, one.identity, !allowed.isOnStage))
  }
}
