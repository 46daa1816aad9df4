import { callId as callIdSchema, type CallId, type ParticipantId, readIdentity } from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'
import type { RoomEvent, RoomParticipant } from '#platform/livekit/media.ts'
import { attempt, type RoomPort, type Visit } from '#rooms/index.ts'
import type { CallContext } from './context.ts'
import { endGuestVisits } from './guest.store.ts'
import { isGuestAllowed, noteGuest } from './guest-rooms.ts'
import { settleCall } from './locked.ts'
import { type Allowed, findCall, listAllowed } from './store.ts'
import { countPeople, visits } from './visit.store.ts'
import { noteWhoIsIn } from './who-is-in.ts'

/** The rooms of calls, for the door that leads to LiveKit, and for its news. */
export const callRooms = (context: CallContext): RoomPort => ({
  async mayEnter({ room, identity }) {
    const callId = callIdSchema.safeParse(room).data
    const who = readIdentity(identity)
    if (!callId) return false
    if ('guestId' in who) return isGuestAllowed(context.db, callId, who.guestId)
    const call = await findCall(context.db, callId)
    return call?.endedAt === null && (await findAllowed(context.db, callId, { identity })) !== undefined
  },
  async hear(event) {
    const callId = callIdSchema.safeParse(event.room).data
    if (callId) await note(context, callId, event)
  },
})

export const participantIn = ({ identity }: Pick<RoomParticipant, 'identity'>): ParticipantId | null => {
  const who = readIdentity(identity)
  return 'participantId' in who ? who.participantId : null
}

/** Whose participant it is, where they may be in the room. */
async function findAllowed(
  db: Db,
  callId: CallId,
  participant: Pick<RoomParticipant, 'identity'>,
): Promise<Allowed | undefined> {
  const participantId = participantIn(participant)
  return participantId === null ? undefined : (await listAllowed(db, callId, [participantId]))[0]
}

async function note(context: CallContext, callId: CallId, event: RoomEvent): Promise<void> {
  if ('participant' in event) {
    const who = readIdentity(event.participant.identity)
    if ('guestId' in who) return noteGuest(context, callId, event)
    // Who records is nobody's participant, and in no attendance.
    if (who.participantId === null) return
  }
  if (event.type === 'joined') return noteJoined(context, callId, event)
  await settleCall(context, callId, async (tx, call, afterCommit) => {
    if (event.type === 'left') await noteLeft(tx, callId, event.participant, event.at)
    else {
      await visits.endAll(tx, callId, event.at)
      await endGuestVisits(tx, callId, event.at)
    }
    if (!call.endedAt) await noteWhoIsIn(context, tx, afterCommit, call)
  })
}

/** An old token may still open the door: whoever must not be in the room is shown out again at once. */
async function noteJoined(
  context: CallContext,
  callId: CallId,
  { participant }: { participant: RoomParticipant },
): Promise<void> {
  await settleCall(context, callId, async (tx, call, afterCommit) => {
    const { media } = context
    if (call.endedAt) {
      afterCommit(() => {
        attempt(context, media.closeRoom(callId))
      })
      return
    }
    const allowed = await findAllowed(tx, callId, participant)
    if (!allowed) {
      afterCommit(() => {
        attempt(context, media.removeParticipant(callId, participant.identity))
      })
      return
    }
    const before = await countPeople(tx, callId)
    await visits.insert(tx, callId, [toVisit(participant, allowed)])
    await noteWhoIsIn(context, tx, afterCommit, call, before)
  })
}

/** The end may be heard before the beginning. Of somebody who was shown out again there is nothing to note. */
async function noteLeft(tx: Tx, callId: CallId, participant: RoomParticipant, at: Date): Promise<void> {
  if (await visits.end(tx, callId, participant.sid, at)) return
  const allowed = await findAllowed(tx, callId, participant)
  if (allowed) await visits.insert(tx, callId, [toVisit(participant, allowed)], at)
}

export const toVisit = ({ sid, joinedAt }: RoomParticipant, { accountId }: Allowed): Visit => ({
  sid,
  accountId,
  joinedAt,
})
