import type { BroadcastId, Recording, RecordingId } from '@kolosok/contract'
import { isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { createMedia } from '#platform/livekit/media.ts'
import {
  deleteRecording,
  listOfRoom,
  measureSpace,
  presentRecording,
  readRecording,
  type RecordedRooms,
  startRecording,
  stopRecording,
} from '#recordings/index.ts'
import { requireLivekit } from '#rooms/index.ts'
import { accessBroadcast, factsOf } from './access.ts'
import type { BroadcastContext } from './context.ts'
import { broadcastPolicy } from './policy.ts'
import { listConcerned, lockBroadcast } from './store.ts'
import { tellRoomNow } from './tell.ts'

/** What recording has to know of broadcasts. */
export function recordedBroadcasts({ db, livekit }: Pick<Context, 'db' | 'livekit'>): RecordedRooms {
  const media = createMedia(livekit)
  return {
    owner: 'broadcast',
    topic: 'broadcasts',
    listConcerned: (reading, room) => listConcerned(reading, room as BroadcastId),
    // One without its host ends by itself, and its recording with it.
    isAttended: () => Promise.resolve(true),
    show: (room) => tellRoomNow({ db, media }, room as BroadcastId),
    // Its page asks each time.
    settle: () => Promise.resolve(),
  }
}

/** For whoever may look at the broadcast, at this moment. */
export async function getRecordings(context: Context, actor: Actor, id: BroadcastId) {
  const { db } = context
  const broadcast = await accessBroadcast(db, actor, id, 'see')
  const keeping = broadcastPolicy.keepRecordings(factsOf(broadcast, actor))
  const mayKeep = keeping === 'allow'
  const space = mayKeep ? await measureSpace(db, context, broadcast.organizationId) : null
  const mayDelete = isOffered(keeping, broadcast)
  return { recordings: (await listOfRoom(db, id)).map(presentRecording), mayKeep, mayDelete, space }
}

type Given = { readonly broadcastId: BroadcastId; readonly recordingId: RecordingId }

export async function startBroadcastRecording(
  context: BroadcastContext,
  actor: Actor,
  { broadcastId: room, recordingId: id }: Given,
): Promise<Recording> {
  await accessBroadcast(context.db, actor, room, 'record')
  requireLivekit(context)
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, room)
    const { title, organizationId } = await accessBroadcast(tx, actor, room, 'record')
    const wish = { id, rooms: recordedBroadcasts(context), room, organizationId, title }
    await startRecording(tx, context, actor, wish, afterCommit)
  })
  return readRecording(context.db, id)
}

export async function stopBroadcastRecording(
  context: BroadcastContext,
  actor: Actor,
  { broadcastId: room, recordingId: id }: Given,
): Promise<Recording> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, room)
    await accessBroadcast(tx, actor, room, 'keepRecordings')
    const stop = { id, rooms: recordedBroadcasts(context), room, stoppedFor: 'asked' as const }
    await stopRecording(tx, context, actor, stop, afterCommit)
  })
  return readRecording(context.db, id)
}

export async function deleteBroadcastRecording(
  context: BroadcastContext,
  actor: Actor,
  { broadcastId: room, recordingId: id }: Given,
): Promise<Recording> {
  await transact(context.db, async (tx, afterCommit) => {
    await lockBroadcast(tx, room)
    const { organizationId } = await accessBroadcast(tx, actor, room, 'keepRecordings')
    const what = { id, rooms: recordedBroadcasts(context), room, organizationId }
    await deleteRecording(tx, context, actor, what, afterCommit)
  })
  return readRecording(context.db, id)
}
