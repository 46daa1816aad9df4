import type { RecordingId } from '@kolosok/contract'
import { type FilesContext, holdFile, storeFile } from '#files/index.ts'
import { transact } from '#platform/db.ts'
import { folderOf, forget, hasRoomToFinish, isBeingWritten, type Whole } from './folder.ts'
import { joinParts } from './join-parts.ts'
import { readSeconds } from './mp4.ts'
import type { RecordedRooms } from './port.ts'
import { lockRecording, type RecordingRow, updateFailed, updateProgress, updateReady } from './store.ts'
import { recordRecordingAudit, tellConcerned } from './tell.ts'

/** Joining is a copy, and so is putting it among the files. */
const JOINED = 60

export type Finishing = {
  readonly files: FilesContext
  readonly rooms: RecordedRooms
  readonly ffmpeg: string
  readonly signal: AbortSignal
  /** When this server began. */
  readonly bornMs: number
}

/**
 * Makes one file of what was recorded, unless it has to wait. Killed at any moment, it is done again from what lies there.
 */
export async function finishRecording(finishing: Finishing, row: RecordingRow): Promise<void> {
  const { files, ffmpeg, signal, bornMs } = finishing
  const { id } = row
  const isWaitingForRoom = !(await hasRoomToFinish(files, id))
  await updateProgress(files.db, id, { progress: 0, isWaitingForRoom })
  if (isWaitingForRoom || (await isBeingWritten(files, id, bornMs))) return
  const say = sayProgress(files, id)
  const whole = await joinParts({
    ffmpeg,
    folder: folderOf(files, id),
    signal,
    onProgress: (done) => {
      say(done * JOINED)
    },
  })
  if (whole === undefined) return failRecording(finishing, row)
  await keep(finishing, row, whole)
  await forget(files, id)
}

function sayProgress({ db, log }: FilesContext, id: RecordingId): (percent: number) => void {
  let said = 0
  return (percent) => {
    if (percent < said + 1) return
    said = Math.floor(percent)
    updateProgress(db, id, { progress: said, isWaitingForRoom: false }).catch((error: unknown) => {
      log.debug({ err: error }, 'the progress of a recording was not written down')
    })
  }
}

async function keep({ files, rooms, signal }: Finishing, row: RecordingRow, whole: Whole): Promise<void> {
  const { id, room } = row
  await updateProgress(files.db, id, { progress: JOINED, isWaitingForRoom: false })
  const { path, fileId } = whole
  const seconds = await readSeconds(path)
  await storeFile(files, { id: fileId, path, name: `${row.title}.mp4`, signal })
  await transact(files.db, async (tx, afterCommit) => {
    // Deleted meanwhile: nothing refers to the file, and the sweep takes it.
    if ((await lockRecording(tx, id)) !== 'finishing') return
    await holdFile(tx, fileId)
    await updateReady(tx, id, { fileId, seconds })
    await recordRecordingAudit(tx, null, subjectOf(row), 'finished')
    await tellConcerned(tx, { rooms, bus: files.bus }, room, afterCommit)
  })
}

/** Nothing was recorded, or nothing can be made of it. */
export async function failRecording({ files, rooms }: Pick<Finishing, 'files' | 'rooms'>, row: RecordingRow) {
  await transact(files.db, async (tx, afterCommit) => {
    if ((await lockRecording(tx, row.id)) !== 'finishing') return
    await updateFailed(tx, row.id)
    await recordRecordingAudit(tx, null, subjectOf(row), 'failed')
    await tellConcerned(tx, { rooms, bus: files.bus }, row.room, afterCommit)
  })
  await forget(files, row.id)
}

export const subjectOf = ({ id, owner, room, organization_id: organizationId }: RecordingRow) => ({
  ...{ id, owner, room, organizationId },
})
