import { MAX_RECORDINGS, type OrganizationId, type RecordingId, type RecordingStop } from '@kolosok/contract'
import { detachFiles } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import { forget, hasRoomToBegin } from './folder.ts'
import type { RecordedRooms } from './port.ts'
import type { Recorders } from './recorders.ts'
import { requireSpace } from './space.ts'
import {
  countGoingOn,
  findRecording,
  insertRecording,
  listOfRoom,
  lockRecording,
  updateDeleted,
  updateStopped,
} from './store.ts'
import { recordRecordingAudit, tellConcerned } from './tell.ts'

export type RecordingContext = Context & { readonly recorders: Recorders }

/** A room its owner has opened the door to, and locked. */
type Recorded = {
  readonly rooms: RecordedRooms
  readonly room: string
  readonly organizationId: OrganizationId | null
}

type Wish = Recorded & { readonly id: RecordingId; readonly title: string }

/** Wanted from now on: the keeper shows everybody so, and then begins. A retry finds what it began. */
export async function startRecording(
  tx: Tx,
  context: RecordingContext,
  actor: Actor,
  { id, rooms, room, organizationId, title }: Wish,
  afterCommit: AfterCommit,
): Promise<void> {
  const there = await findRecording(tx, id)
  if (there?.room === room && there.started_by === actor.accountId) return
  if (there) throw new AppError('not-found')
  const own = await listOfRoom(tx, room)
  if (own.some(({ state }) => state === 'recording')) throw new AppError('recording-going-on')
  if (own.length >= MAX_RECORDINGS) throw new AppError('recording-too-many')
  await requireStrength(tx, context)
  // Behind the lock of all who begin: two don't take the last room together.
  await requireSpace(tx, context, organizationId)
  const { owner } = rooms
  await insertRecording(tx, {
    ...{ id, owner, room, organizationId, title },
    startedBy: actor.accountId,
    startedAt: context.clock(),
  })
  await recordRecordingAudit(tx, actor, { id, owner, room, organizationId }, 'started')
  await tellConcerned(tx, { rooms, bus: context.bus }, room, afterCommit)
}

/** What a machine has, and what it has left. */
async function requireStrength(tx: Tx, context: RecordingContext): Promise<void> {
  if (!(await context.recorders.isAvailable())) throw new AppError('recordings-unavailable')
  await lockName(tx, 'recordings:going-on')
  if ((await countGoingOn(tx)) >= context.recorders.most) throw new AppError('recorders-busy')
  if (!(await hasRoomToBegin(context))) throw new AppError('disk-low')
}

type Stop = Pick<Recorded, 'rooms' | 'room'> & {
  /** That one only; without it whichever is going on. */
  readonly id?: RecordingId
  readonly stoppedFor: RecordingStop
}

/** No more from the moment it is committed; stopping what has stopped changes nothing. */
export async function stopRecording(
  tx: Tx,
  context: RecordingContext,
  actor: Actor | null,
  { id, rooms, room, stoppedFor }: Stop,
  afterCommit: AfterCommit,
): Promise<void> {
  if (id && (await findRecording(tx, id))?.room !== room) throw new AppError('not-found')
  const [stopped] = await updateStopped(tx, room, { id: id ?? null, at: context.clock(), stoppedFor })
  if (!stopped) return
  const subject = { ...stopped, owner: rooms.owner, room }
  await recordRecordingAudit(tx, actor, subject, 'stopped')
  await tellConcerned(tx, { rooms, bus: context.bus }, room, afterCommit)
  afterCommit(() => {
    context.recorders.halt(stopped.id)
    // Only now: what is recorded is seen to be.
    rooms.show(room).catch((error: unknown) => {
      context.log.warn({ err: error }, 'a room was not told that it is recorded no more; its keeper says so again')
    })
  })
}

/** For good; deleting what is deleted changes nothing. */
export async function deleteRecording(
  tx: Tx,
  context: RecordingContext,
  actor: Actor,
  { id, rooms, room, organizationId }: Recorded & { readonly id: RecordingId },
  afterCommit: AfterCommit,
): Promise<void> {
  // Finished at this moment it has got a file, which must not stay.
  await lockRecording(tx, id)
  const there = await findRecording(tx, id)
  if (there?.room !== room) throw new AppError('not-found')
  if (there.state === 'deleted') return
  if (there.state === 'recording') throw new AppError('recording-going-on')
  await updateDeleted(tx, id, context.clock())
  if (there.file_id) await detachFiles(tx, [there.file_id])
  await recordRecordingAudit(tx, actor, { id, owner: rooms.owner, room, organizationId }, 'deleted')
  await tellConcerned(tx, { rooms, bus: context.bus }, room, afterCommit)
  afterCommit(() => void forget(context, id).catch(() => undefined))
}
