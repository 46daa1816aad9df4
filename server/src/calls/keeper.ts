import { type AccountId, type CallId, RING_MS } from '@kolosok/contract'
import { attempt, attemptNow, type Keeper, startRounds } from '#rooms/index.ts'
import type { CallContext } from './context.ts'
import { endingOf, IDLE_MS } from './ending.ts'
import { finishCall } from './finish.ts'
import { settleCall } from './locked.ts'
import { followDepartures } from './show-out.ts'
import { toVisit } from './rooms.ts'
import { listAllowed, listDue, type StoredCall, updateChecked } from './store.ts'
import { countPeople, visits } from './visit.store.ts'
import { noteWhoIsIn } from './who-is-in.ts'

/** By so much a stay can come out too short whose end LiveKit never told. */
const CHECK_MS = 5_000

/**
 * Goes round the running calls: ends what rang out or emptied, and holds our attendance against who LiveKit says
 * is in the room, since its news may be lost. All of it lies in the database: a restart goes on where it was.
 */
export function startKeeper(context: CallContext): Keeper {
  followDepartures(context)
  return startRounds(context.log, 'calls', (isStopping) => round(context, isStopping))
}

async function round(context: CallContext, isStopping: () => boolean): Promise<void> {
  const now = context.clock().getTime()
  const due = await listDue(context.db, {
    ringsSince: new Date(now - RING_MS),
    idleSince: new Date(now - IDLE_MS),
    checkedBefore: new Date(now - CHECK_MS),
  })
  for (const call of due) {
    // The next start goes on here. Each room may take seconds where LiveKit doesn't answer.
    if (isStopping()) return
    if (call.isOver) await finish(context, call.id)
    // One room that can't be asked keeps no other call from its end.
    else if (context.livekit.state().isAvailable) await attemptNow(context, compare(context, call))
  }
}

/** Looked at again under the lock: somebody may have answered or come back meanwhile. */
async function finish(context: CallContext, callId: CallId): Promise<void> {
  await settleCall(context, callId, async (tx, call, afterCommit) => {
    const ending = endingOf(call, context.clock())
    if (!ending) return
    // That nobody is there any more may have been found out long after they went.
    const at = ending.outcome === 'empty' ? ((await visits.findLastLeft(tx, callId)) ?? ending.at) : ending.at
    await finishCall(context, tx, afterCommit, { call, outcome: ending.outcome, at })
  })
}

async function compare(context: CallContext, { id }: StoredCall): Promise<void> {
  const askedAt = context.clock()
  const inRoom = await context.media.listParticipants(id)
  const accountIds = inRoom.map(({ identity }) => identity as AccountId)
  const allowed = new Set(await listAllowed(context.db, id, accountIds))
  for (const accountId of accountIds) {
    if (!allowed.has(accountId)) attempt(context, context.media.removeParticipant(id, accountId))
  }
  await settleCall(context, id, async (tx, call, afterCommit) => {
    if (call.endedAt) return
    const before = await countPeople(tx, id)
    const here = inRoom.filter(({ isActive, identity }) => isActive && allowed.has(identity as AccountId))
    await visits.insert(tx, id, here.map(toVisit))
    await visits.endLost(tx, id, { presentSids: inRoom.map(({ sid }) => sid), recordedBefore: askedAt })
    await updateChecked(tx, id, askedAt)
    await noteWhoIsIn(context, tx, afterCommit, call, before)
  })
}
