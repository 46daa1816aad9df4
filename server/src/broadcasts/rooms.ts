import { accountId as accountIdSchema, broadcastId as broadcastIdSchema, type BroadcastId } from '@kolosok/contract'
import { transact } from '#platform/db.ts'
import type { RoomEvent, RoomParticipant } from '#platform/livekit/media.ts'
import { attempt, type RoomPort, type Visit } from '#rooms/index.ts'
import type { BroadcastContext } from './context.ts'
import { findStages, updateWhoIsIn } from './live.store.ts'
import { listAllowed, visits } from './person.store.ts'
import { lockBroadcast } from './store.ts'

/** The rooms of broadcasts, for the door that leads to LiveKit, and for its news. */
export const broadcastRooms = (context: BroadcastContext): RoomPort => ({
  async mayEnter({ room, identity }) {
    const id = broadcastIdSchema.safeParse(room).data
    const accountId = accountIdSchema.safeParse(identity).data
    if (!id || !accountId || (await findStages(context.db, id))?.state !== 'live') return false
    return (await listAllowed(context.db, id, [accountId])).length > 0
  },
  async hear(event) {
    const id = broadcastIdSchema.safeParse(event.room).data
    if (!id || !(await findStages(context.db, id))) return
    if (event.type === 'joined') await noteJoined(context, id, event.participant)
    else await noteLeft(context, id, event)
  },
})

export const toVisit = ({ sid, identity, joinedAt }: RoomParticipant): Visit | undefined => {
  const accountId = accountIdSchema.safeParse(identity).data
  return accountId && { sid, accountId, joinedAt }
}

/** An old token may still open the door: whoever must not be in the room is shown out again at once. */
async function noteJoined(context: BroadcastContext, id: BroadcastId, participant: RoomParticipant): Promise<void> {
  const visit = toVisit(participant)
  if (!visit) return
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, id)
    if ((await findStages(tx, id))?.state !== 'live') {
      afterCommit(() => {
        attempt(context, context.media.closeRoom(id))
      })
      return
    }
    if ((await listAllowed(tx, id, [visit.accountId])).length === 0) {
      afterCommit(() => {
        attempt(context, context.media.removeParticipant(id, visit.accountId))
      })
      return
    }
    await visits.insert(tx, id, [visit])
    await updateWhoIsIn(tx, id, context.clock())
  })
}

/** The end may be heard before the beginning; then it is a stay that has ended already. */
async function noteLeft(
  context: BroadcastContext,
  id: BroadcastId,
  event: Exclude<RoomEvent, { type: 'joined' }>,
): Promise<void> {
  await transact(context.db, async (tx) => {
    await lockBroadcast(tx, id)
    const visit = event.type === 'left' ? toVisit(event.participant) : undefined
    if (event.type === 'finished') await visits.endAll(tx, id, event.at)
    else if (visit && !(await visits.end(tx, id, visit.sid, event.at))) {
      if ((await listAllowed(tx, id, [visit.accountId])).length > 0) await visits.insert(tx, id, [visit], event.at)
    }
    if ((await findStages(tx, id))?.state === 'live') await updateWhoIsIn(tx, id, context.clock())
  })
}
