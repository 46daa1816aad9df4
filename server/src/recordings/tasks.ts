import { RECORDING_KEPT_DAYS } from '@kolosok/contract'
import { detachFiles } from '#files/index.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { defineSchedule, type Tasks } from '#platform/jobs.ts'
import type { Retained } from '#platform/retention.ts'
import { subjectOf } from './finish.ts'
import type { RecordedByOwner } from './port.ts'
import { countOld, listOld, lockRecording, updateDeleted } from './store.ts'
import { recordRecordingAudit, tellConcerned } from './tell.ts'

const DAY_MS = 86_400_000
const PORTION = 100

export const recordingRetention: readonly Retained[] = [
  { kind: 'recordings', keptDays: RECORDING_KEPT_DAYS, count: countOld },
]

export const recordingTasks = (context: Context, all: RecordedByOwner): Tasks => ({
  'expire-recordings': defineSchedule('23 3 * * *', () => expireRecordings(context, all)),
})

/** Each by itself; the bytes go with the sweep of what nothing refers to. */
async function expireRecordings({ db, bus, clock }: Context, all: RecordedByOwner): Promise<void> {
  const now = clock()
  const before = new Date(now.getTime() - RECORDING_KEPT_DAYS * DAY_MS)
  for (let old = await listOld(db, before, PORTION); old.length > 0; old = await listOld(db, before, PORTION)) {
    for (const row of old) {
      await transact(db, async (tx, afterCommit) => {
        if ((await lockRecording(tx, row.id)) !== 'ready') return
        await updateDeleted(tx, row.id, now)
        if (row.file_id) await detachFiles(tx, [row.file_id])
        await recordRecordingAudit(tx, null, subjectOf(row), 'expired')
        await tellConcerned(tx, { rooms: all[row.owner], bus }, row.room, afterCommit)
      })
      await all[row.owner].settle(row.room)
    }
  }
}
