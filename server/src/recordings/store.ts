import type { AccountId, FileId, OrganizationId, RecordingId, RecordingState, RecordingStop } from '@kolosok/contract'
import type { Selectable } from 'kysely'
import { type Db, runSql, type Schema, type Tx } from '#platform/db.ts'
import type { RecordingOwner } from './port.ts'

export type RecordingRow = Selectable<Schema['recording']> & { readonly size: number | null }

const RECORDINGS = `
  select r.*, f.size::float8 as size from recording r left join file f on f.id = r.file_id`

export async function findRecording(db: Db, id: RecordingId): Promise<RecordingRow | undefined> {
  const [row] = await runSql<RecordingRow>(db, `${RECORDINGS} where r.id = $1`, [id])
  return row
}

export const listOfRoom = (db: Db, room: string): Promise<RecordingRow[]> =>
  runSql<RecordingRow>(db, `${RECORDINGS} where r.room = $1 order by r.started_at, r.id`, [room])

/** What is being recorded or finished, wherever. */
export const listAtWork = (db: Db): Promise<RecordingRow[]> =>
  runSql<RecordingRow>(db, `${RECORDINGS} where r.state in ('recording', 'finishing') order by r.started_at`, [])

/** Whether there is anything of it to ask for: that it was deleted is none. */
export async function hasRecording(db: Db, room: string): Promise<boolean> {
  const rows = await runSql(db, `select 1 from recording where room = $1 and state <> 'deleted' limit 1`, [room])
  return rows.length > 0
}

/** Which room a file is the recording of. */
export async function findRoomOfFile(db: Db, owner: RecordingOwner, fileId: FileId): Promise<string | undefined> {
  const row = await db
    .selectFrom('recording')
    .where('file_id', '=', fileId)
    .where('owner', '=', owner)
    .select('room')
    .executeTakeFirst()
  return row?.room
}

export async function lockRecording(tx: Tx, id: RecordingId): Promise<RecordingState | undefined> {
  const [row] = await runSql<{ state: RecordingState }>(tx, 'select state from recording where id = $1 for update', [
    id,
  ])
  return row?.state
}

/** What those that are ready take; one that is not yet counts as `each`. */
export async function measureOrganization(db: Db, id: OrganizationId | null, each: number): Promise<number> {
  const [row] = await runSql<{ used: number }>(
    db,
    `select coalesce(sum(coalesce(f.size, $2::bigint)), 0)::float8 as used
     from recording r left join file f on f.id = r.file_id
     where r.organization_id is not distinct from $1 and r.state in ('recording', 'finishing', 'ready')`,
    [id, each],
  )
  return row?.used ?? 0
}

export async function countGoingOn(db: Db): Promise<number> {
  const [row] = await runSql<{ count: number }>(
    db,
    `select count(*)::int as count from recording where state = 'recording'`,
    [],
  )
  return row?.count ?? 0
}

export type NewRecording = {
  readonly id: RecordingId
  readonly owner: RecordingOwner
  readonly room: string
  readonly organizationId: OrganizationId | null
  readonly title: string
  readonly startedBy: AccountId
  readonly startedAt: Date
}

export async function insertRecording(tx: Tx, { organizationId, startedBy, startedAt, ...row }: NewRecording) {
  await tx
    .insertInto('recording')
    .values({ ...row, organization_id: organizationId, started_by: startedBy, started_at: startedAt })
    .execute()
}

/** Whether it is still wanted. */
export async function updateShown(db: Db, id: RecordingId, at: Date): Promise<boolean> {
  const shown = await runSql(
    db,
    `update recording set shown_at = coalesce(shown_at, $2) where id = $1 and state = 'recording' returning 1`,
    [id, at],
  )
  return shown.length > 0
}

type Stop = { readonly id: RecordingId | null; readonly at: Date; readonly stoppedFor: RecordingStop }

/** The one that is going on in a room, if it is that one or any; which it was. */
export async function updateStopped(tx: Tx, room: string, { id, at, stoppedFor }: Stop) {
  return runSql<{ id: RecordingId; organizationId: OrganizationId | null }>(
    tx,
    `update recording set state = 'finishing', stopped_at = greatest(started_at, $3), stopped_for = $4
     where room = $1 and state = 'recording' and ($2::uuid is null or id = $2)
     returning id, organization_id as "organizationId"`,
    [room, id, at, stoppedFor],
  )
}

type Progress = { readonly progress: number; readonly isWaitingForRoom: boolean }

export async function updateProgress(db: Db, id: RecordingId, { progress, isWaitingForRoom }: Progress): Promise<void> {
  await runSql(
    db,
    `update recording set progress = $2, is_waiting_for_room = $3 where id = $1 and state = 'finishing'`,
    [id, progress, isWaitingForRoom],
  )
}

export async function updateReady(tx: Tx, id: RecordingId, file: { fileId: FileId; seconds: number }): Promise<void> {
  await runSql(
    tx,
    `update recording set state = 'ready', progress = 100, is_waiting_for_room = false, file_id = $2, seconds = $3
     where id = $1`,
    [id, file.fileId, file.seconds],
  )
}

export async function updateFailed(tx: Tx, id: RecordingId): Promise<void> {
  await runSql(tx, `update recording set state = 'failed', is_waiting_for_room = false where id = $1`, [id])
}

export async function updateDeleted(tx: Tx, id: RecordingId, at: Date): Promise<void> {
  await runSql(
    tx,
    `update recording set state = 'deleted', file_id = null, deleted_at = $2, is_waiting_for_room = false where id = $1`,
    [id, at],
  )
}

/** Kept for long enough. */
export const listOld = (db: Db, before: Date, limit: number): Promise<RecordingRow[]> =>
  runSql<RecordingRow>(
    db,
    `${RECORDINGS} where r.state = 'ready' and r.stopped_at < $1 order by r.stopped_at limit $2`,
    [before, limit],
  )

export async function countOld(db: Db, before: Date): Promise<number> {
  const [row] = await runSql<{ count: number }>(
    db,
    `select count(*)::int as count from recording where state = 'ready' and stopped_at < $1`,
    [before],
  )
  return row?.count ?? 0
}
