import { createFiles } from '#files/index.ts'
import { isDiskFull } from '#platform/free-space.ts'
import { failRecording, finishRecording } from './finish.ts'
import type { RecordedRooms } from './port.ts'
import type { RecordingContext } from './record.ts'
import type { RecordingRow } from './store.ts'
import { createTries } from './tries.ts'

/** One after another: it is the disk they all wait for. */
export function createFinisher(context: RecordingContext) {
  const stopping = new AbortController()
  const files = createFiles(context)
  const bornMs = Date.now()
  const tries = createTries()
  let underWay: Promise<void> | undefined

  async function finish(rooms: RecordedRooms, row: RecordingRow): Promise<void> {
    const ffmpeg = await context.recorders.ffmpeg
    if (ffmpeg === undefined) return
    try {
      await finishRecording({ files, rooms, ffmpeg, signal: stopping.signal, bornMs }, row)
      tries.pause(row.id, Date.now())
    } catch (error) {
      if (stopping.signal.aborted) return
      context.log.error({ err: error, recording: row.id }, 'a recording could not be finished')
      if (isDiskFull(error)) tries.pause(row.id, Date.now())
      else if (!tries.isWorthAnother(row.id, Date.now())) await failRecording({ files, rooms }, row)
    }
  }

  return {
    take(rooms: RecordedRooms, row: RecordingRow): void {
      if (underWay || !tries.isDue(row.id, Date.now())) return
      underWay = finish(rooms, row)
        .catch((error: unknown) => {
          context.log.error({ err: error, recording: row.id }, 'a recording could not be given up')
        })
        .finally(() => (underWay = undefined))
    },
    async stop(): Promise<void> {
      stopping.abort()
      await underWay
    },
  }
}
