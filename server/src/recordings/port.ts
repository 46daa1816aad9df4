import type { AccountId, Topic } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'

/** What a room belongs to. */
export type RecordingOwner = 'broadcast' | 'call'

/** Those of each owner. */
export type RecordedByOwner = Readonly<Record<RecordingOwner, RecordedRooms>>

/** Whoever has rooms that can be recorded says who sees something of it; `app.ts` wires them. */
export type RecordedRooms = {
  readonly owner: RecordingOwner
  /** What goes stale on the screens of those concerned. */
  readonly topic: Topic
  readonly listConcerned: (db: Db, room: string) => Promise<AccountId[]>
  /** Whether somebody who may stop it is in the room, or has been since then. */
  readonly isAttended: (db: Db, room: string, since: Date) => Promise<boolean>
  /** Shows everybody in the room, and whoever comes, whether it is recorded; resolves once LiveKit has heard. */
  readonly show: (room: string) => Promise<void>
  /** Says where it stands for good, as in a chat, what there is after one has gone by itself. */
  readonly settle: (room: string) => Promise<void>
}
