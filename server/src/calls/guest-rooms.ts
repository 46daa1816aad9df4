import { type CallId, type GuestId, readIdentity } from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'
import type { RoomEvent, RoomParticipant } from '#platform/livekit/media.ts'
import { attempt } from '#rooms/index.ts'
import type { CallContext } from './context.ts'
import { endGuestVisits, type GuestVisit, insertGuestVisits, listAllowedGuests } from './guest.store.ts'
import { settleCall } from './locked.ts'

export const guestIn = ({ identity }: Pick<RoomParticipant, 'identity'>): GuestId | null => {
  const who = readIdentity(identity)
  return 'guestId' in who ? who.guestId : null
}

export async function isGuestAllowed(db: Db, callId: CallId, guestId: GuestId | null): Promise<boolean> {
  return guestId !== null && (await listAllowedGuests(db, callId, [guestId])).length > 0
}

/** Guests hold no call open: it is over when the last of those has gone who belong here. */
export async function noteGuest(
  context: CallContext,
  callId: CallId,
  event: Extract<RoomEvent, { participant: RoomParticipant }>,
): Promise<void> {
  const { participant, type, at } = event
  await settleCall(context, callId, async (tx, _call, afterCommit) => {
    const guestId = guestIn(participant)
    if (guestId && (await isGuestAllowed(tx, callId, guestId))) {
      await insertGuestVisits(tx, callId, [toGuestVisit(participant, guestId)], type === 'left' ? at : null)
    } else if (type === 'joined') {
      afterCommit(() => {
        attempt(context, context.media.removeParticipant(callId, participant.identity))
      })
    }
  })
}

/** Holds what we know against who LiveKit says is in the room. */
export async function compareGuests(
  tx: Tx,
  callId: CallId,
  inRoom: readonly RoomParticipant[],
  recordedBefore: Date,
): Promise<void> {
  const visits = inRoom.flatMap((participant) => {
    const guestId = guestIn(participant)
    return guestId && participant.isActive ? [toGuestVisit(participant, guestId)] : []
  })
  await insertGuestVisits(tx, callId, visits)
  const presentSids = inRoom.map(({ sid }) => sid)
  await endGuestVisits(tx, callId, recordedBefore, { presentSids, recordedBefore })
}

const toGuestVisit = ({ sid, joinedAt }: RoomParticipant, guestId: GuestId): GuestVisit => ({ sid, guestId, joinedAt })
