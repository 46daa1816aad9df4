import { type Recording, RECORDING_KEPT_DAYS } from '@kolosok/contract'
import type { RecordingRow } from './store.ts'

const DAY_MS = 86_400_000

export const presentRecording = (row: RecordingRow): Recording => ({
  id: row.id,
  state: row.state,
  startedAt: row.started_at.toISOString(),
  stoppedAt: row.stopped_at?.toISOString() ?? null,
  stoppedFor: row.stopped_for,
  progress: row.progress,
  isWaitingForRoom: row.is_waiting_for_room,
  fileId: row.file_id,
  seconds: row.seconds,
  size: row.size,
  deletedAt: row.deleted_at?.toISOString() ?? null,
  keptUntil:
    row.state === 'ready' && row.stopped_at
      ? new Date(row.stopped_at.getTime() + RECORDING_KEPT_DAYS * DAY_MS).toISOString()
      : null,
})
