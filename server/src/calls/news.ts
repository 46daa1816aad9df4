import { type AccountId, callId as callIdSchema, type CallId } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import type { RoomEvent, RoomParticipant } from '#platform/livekit/media.ts'
import type { CallContext } from './context.ts'
import { attempt } from './finish.ts'
import { settleCall } from './locked.ts'
import { listAllowed } from './store.ts'
import { countPeople, insertVisit, updateLeft, updateVisitEnded, type Visit } from './visit.store.ts'
import { noteWhoIsIn } from './who-is-in.ts'

/** LiveKit's news, signed with the key that only it and we have. */
export async function receiveNews(context: CallContext, body: string, authorization: string) {
  const event = await context.media.receive(body, authorization)
  if (event === null) throw new AppError('not-signed-in')
  const room = event === 'unheard' ? undefined : callIdSchema.safeParse(event.room).data
  // A cluster may carry rooms that are not ours.
  if (event !== 'unheard' && room) await note(context, room, event)
  return {}
}

async function note(context: CallContext, callId: CallId, event: RoomEvent): Promise<void> {
  if (event.type === 'joined') return noteJoined(context, callId, event)
  await settleCall(context, callId, async (tx, call, afterCommit) => {
    if (event.type === 'finished') await updateLeft(tx, callId, event.at)
    else await noteLeft(tx, toVisit(callId, event), event.at)
    if (!call.endedAt) await noteWhoIsIn(context, tx, afterCommit, call)
  })
}

/** An old token may still open the door: whoever must not be in the room is shown out again at once. */
async function noteJoined(
  context: CallContext,
  callId: CallId,
  event: { participant: RoomParticipant },
): Promise<void> {
  const visit = toVisit(callId, event)
  await settleCall(context, callId, async (tx, call, afterCommit) => {
    const { media } = context
    if (call.endedAt) {
      afterCommit(() => {
        attempt(context, media.closeRoom(callId))
      })
      return
    }
    if ((await listAllowed(tx, callId, [visit.accountId])).length === 0) {
      afterCommit(() => {
        attempt(context, media.removeParticipant(callId, visit.accountId))
      })
      return
    }
    const before = await countPeople(tx, callId)
    await insertVisit(tx, visit)
    await noteWhoIsIn(context, tx, afterCommit, call, before)
  })
}

/** The end may be heard before the beginning. Of somebody who was shown out again there is nothing to note. */
async function noteLeft(tx: Tx, visit: Visit, at: Date): Promise<void> {
  if (await updateVisitEnded(tx, visit, at)) return
  const allowed = await listAllowed(tx, visit.callId, [visit.accountId])
  if (allowed.length > 0) await insertVisit(tx, visit, at)
}

const toVisit = (callId: CallId, { participant }: { participant: RoomParticipant }): Visit => ({
  callId,
  sid: participant.sid,
  accountId: participant.identity as AccountId,
  joinedAt: participant.joinedAt,
})
