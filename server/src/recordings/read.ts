import type { Recording, RecordingId } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'
import type { Db } from '#platform/db.ts'
import { presentRecording } from './present.ts'
import { findRecording } from './store.ts'

/** As it stands, for whoever has just decided about it. */
export async function readRecording(db: Db, id: RecordingId): Promise<Recording> {
  const row = await findRecording(db, id)
  if (!row) throw new AppError('not-found')
  return presentRecording(row)
}
