import type { RecordingId } from '@kolosok/contract'
import { createFiles } from '#files/index.ts'
import { transact } from '#platform/db.ts'
import type { Media } from '#platform/livekit/media.ts'
import { attemptNow, type Keeper, startRounds } from '#rooms/index.ts'
import { finishRecording } from './finish.ts'
import { clearLeftovers, hasRoomToFinish } from './folder.ts'
import type { RecordedByOwner, RecordedRooms } from './port.ts'
import { type RecordingContext, stopRecording } from './record.ts'
import { findRecording, listAtWork, type RecordingRow, updateShown } from './store.ts'

/** After one that went wrong: a disk that is full, an encoder that was killed. */
const AGAIN_MS = 30_000

export type KeeperContext = RecordingContext & { readonly media: Media; readonly rooms: RecordedByOwner }

/**
 * Goes round what is to be recorded and finished: shows it, begins, begins again after a crash, watches the disk. All of
 * it lies in the database: a restart goes on where it was.
 */
export function startRecordingKeeper(context: KeeperContext): Keeper {
  const { recorders } = context
  const finisher = createFinisher(context)
  let isFirst = true
  const rounds = startRounds(context.log, 'recordings', async (isStopping) => {
    const atWork = await listAtWork(context.db)
    if (isFirst)
      await clearLeftovers(
        context,
        atWork.map(({ id }) => id),
      )
    isFirst = false
    for (const id of recorders.running()) {
      if (!atWork.some((row) => row.id === id && row.state === 'recording')) recorders.halt(id)
    }
    for (const row of atWork) {
      if (isStopping()) return
      const rooms = context.rooms[row.owner]
      // A room that can't be asked keeps no other from what it needs.
      if (row.state === 'recording') await attemptNow(context, keepOn(context, rooms, row))
      else if (!recorders.isRunning(row.id)) finisher.take(rooms, row)
    }
  })
  return {
    async stop() {
      await rounds.stop()
      await Promise.all([recorders.stop(), finisher.stop()])
    },
  }
}

async function keepOn(context: KeeperContext, rooms: RecordedRooms, row: RecordingRow): Promise<void> {
  const { id, room } = row
  if (!(await hasRoomToFinish(context, id))) {
    await transact(context.db, (tx, afterCommit) =>
      stopRecording(tx, context, null, { id, rooms, room, stoppedFor: 'disk-low' }, afterCommit),
    )
  } else if (!context.recorders.isRunning(id) && !context.recorders.isPausing(id)) await begin(context, rooms, row)
}

/** First everybody sees it, then it is. Where nobody is on the stage there is nothing to record. */
async function begin({ db, clock, livekit, media, recorders }: KeeperContext, rooms: RecordedRooms, row: RecordingRow) {
  const { id, room } = row
  if (!livekit.state().isAvailable) return
  const present = await media.listParticipants(room)
  if (!present.some(({ isActive, isLookingOn }) => isActive && !isLookingOn)) return
  await rooms.show(room)
  if (!(await updateShown(db, id, clock()))) return
  await recorders.start(id, { url: livekit.url, token: await media.recorderToken(room) })
  // Stopped in between, nobody halted what was not there yet.
  if ((await findRecording(db, id))?.state !== 'recording') recorders.halt(id)
}

/** One after another: it is the disk they all wait for. */
function createFinisher(context: KeeperContext) {
  const stopping = new AbortController()
  const files = createFiles(context)
  let underWay: Promise<void> | undefined
  const pauses = new Map<RecordingId, number>()

  async function finish(rooms: RecordedRooms, row: RecordingRow): Promise<void> {
    const ffmpeg = await context.recorders.ffmpeg
    if (ffmpeg === undefined) return
    pauses.set(row.id, Date.now() + AGAIN_MS)
    await finishRecording({ files, rooms, ffmpeg, signal: stopping.signal }, row)
  }

  return {
    take(rooms: RecordedRooms, row: RecordingRow): void {
      if (underWay || Date.now() < (pauses.get(row.id) ?? 0)) return
      underWay = finish(rooms, row)
        .catch((error: unknown) => {
          context.log.warn({ err: error }, 'a recording could not be finished; it is tried again')
        })
        .finally(() => (underWay = undefined))
    },
    async stop(): Promise<void> {
      stopping.abort()
      await underWay
    },
  }
}
