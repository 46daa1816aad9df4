import { RECORDING_LONGEST_HOURS, type RecordingStop } from '@kolosok/contract'
import { transact } from '#platform/db.ts'
import type { Media } from '#platform/livekit/media.ts'
import { attemptNow, type Keeper, startRounds } from '#rooms/index.ts'
import { createFinisher } from './finisher.ts'
import { clearLeftovers, hasRoomToFinish } from './folder.ts'
import { createMarks } from './marks.ts'
import type { RecordedByOwner, RecordedRooms } from './port.ts'
import { type RecordingContext, stopRecording } from './record.ts'
import { findRecording, listAtWork, type RecordingRow, updateShown } from './store.ts'

const HOUR_MS = 3600_000
/** Long enough to come back after a lost connection. */
const UNATTENDED_MS = 60_000
const LONGEST_MS = RECORDING_LONGEST_HOURS * HOUR_MS

export type KeeperContext = RecordingContext & { readonly media: Media; readonly rooms: RecordedByOwner }

/**
 * Goes round what is to be recorded and finished: shows it, begins, begins again after a crash, watches the disk. All of
 * it lies in the database: a restart goes on where it was.
 */
export function startRecordingKeeper(context: KeeperContext): Keeper {
  const { recorders } = context
  const finisher = createFinisher(context)
  const marks = createMarks(context)
  let clearedMs = Number.NEGATIVE_INFINITY
  const rounds = startRounds(context.log, 'recordings', async (isStopping) => {
    const atWork = await listAtWork(context.db)
    if (Date.now() - clearedMs >= HOUR_MS) {
      clearedMs = Date.now()
      await clearLeftovers(
        context,
        atWork.map(({ id }) => id),
      )
    }
    for (const id of recorders.running()) {
      if (!atWork.some((row) => row.id === id && row.state === 'recording')) recorders.halt(id)
    }
    for (const row of atWork) {
      if (isStopping()) return
      const rooms = context.rooms[row.owner]
      // A room that can't be asked keeps no other from what it needs.
      if (row.state === 'recording') await attemptNow(context, keepOn(context, rooms, row))
      else {
        marks.note(rooms, row)
        if (!recorders.isRunning(row.id)) finisher.take(rooms, row)
      }
    }
    if (context.livekit.state().isAvailable) await marks.sayAgain()
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
  const stoppedFor = await mustStop(context, rooms, row)
  if (stoppedFor) {
    await transact(context.db, (tx, afterCommit) =>
      stopRecording(tx, context, null, { id, rooms, room, stoppedFor }, afterCommit),
    )
  } else if (!context.recorders.isRunning(id) && !context.recorders.isPausing(id)) await begin(context, rooms, row)
}

async function mustStop(
  context: KeeperContext,
  rooms: RecordedRooms,
  row: RecordingRow,
): Promise<RecordingStop | undefined> {
  const now = context.clock().getTime()
  if (now - row.started_at.getTime() >= LONGEST_MS) return 'too-long'
  const since = new Date(now - UNATTENDED_MS)
  if (row.started_at <= since && !(await rooms.isAttended(context.db, row.room, since))) return 'unattended'
  return (await hasRoomToFinish(context, row.id)) ? undefined : 'disk-low'
}

/** First everybody sees it, then it is. Where nobody is on the stage there is nothing to record. */
async function begin({ db, clock, livekit, media, recorders }: KeeperContext, rooms: RecordedRooms, row: RecordingRow) {
  const { id, room } = row
  if (!livekit.state().isAvailable) return
  const present = await media.listParticipants(room)
  if (!present.some(({ isActive, isLookingOn }) => isActive && !isLookingOn)) return
  await rooms.show(room)
  // Stopped while LiveKit was told that it goes on, which may have heard that last.
  if (!(await updateShown(db, id, clock()))) return rooms.show(room)
  await recorders.start(id, { url: livekit.url, token: await media.recorderToken(room) })
  // Stopped in between, nobody halted what was not there yet.
  if ((await findRecording(db, id))?.state !== 'recording') recorders.halt(id)
}
