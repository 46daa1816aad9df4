import { type CallId, type GuestId, type ParticipantId, RING_MS } from '@kolosok/contract'
import type { RoomParticipant } from '#platform/livekit/media.ts'
import { attempt, attemptNow, type Keeper, startRounds } from '#rooms/index.ts'
import type { CallContext } from './context.ts'
import { endingOf, IDLE_MS } from './ending.ts'
import { finishCall } from './finish.ts'
import { listAllowedGuests } from './guest.store.ts'
import { compareGuests, guestIn } from './guest-rooms.ts'
import { settleCall } from './locked.ts'
import { followDepartures } from './show-out.ts'
import { participantIn, toVisit } from './rooms.ts'
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
  const { people, guests } = await listAllowedIn(context, id, inRoom)
  for (const one of inRoom.filter((each) => !people.has(each) && !guests.includes(each))) {
    attempt(context, context.media.removeParticipant(id, one.identity))
  }
  await settleCall(context, id, async (tx, call, afterCommit) => {
    if (call.endedAt) return
    const before = await countPeople(tx, id)
    const here = [...people].filter(([{ isActive }]) => isActive)
    await visits.insert(
      tx,
      id,
      here.map(([participant, whose]) => toVisit(participant, whose)),
    )
    await compareGuests(tx, id, guests, askedAt)
    await visits.endLost(tx, id, { presentSids: inRoom.map(({ sid }) => sid), recordedBefore: askedAt })
    await updateChecked(tx, id, askedAt)
    await noteWhoIsIn(context, tx, afterCommit, call, before)
  })
}

type InRoom = readonly RoomParticipant[]

/** Those who may be there: people, and guests. */
async function listAllowedIn({ db }: CallContext, id: CallId, inRoom: InRoom) {
  const allowed = await listAllowed(
    db,
    id,
    inRoom.flatMap((one) => participantIn(one) ?? []),
  )
  const whose = new Map(allowed.map((one) => [one.participantId, one]))
  const guests = new Set(
    await listAllowedGuests(
      db,
      id,
      inRoom.flatMap((one) => guestIn(one) ?? []),
    ),
  )
  return {
    people: new Map(
      inRoom.flatMap((one) => {
        const person = whose.get(participantIn(one) as ParticipantId)
        return person ? [[one, person] as const] : []
      }),
    ),
    guests: inRoom.filter((one) => guests.has(guestIn(one) as GuestId)),
  }
}
