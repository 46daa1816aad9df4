import type { OrganizationId, RecordingId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { type Bus, publishStaleInPortions } from '#platform/bus.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import type { RecordedRooms, RecordingOwner } from './port.ts'

type Told = { readonly rooms: RecordedRooms; readonly bus: Bus }

/** Everybody whose screens show it. */
export async function tellConcerned(tx: Tx, { rooms, bus }: Told, room: string, afterCommit: AfterCommit) {
  const reached = await rooms.listConcerned(tx, room)
  afterCommit(() => void publishStaleInPortions(bus, reached, rooms.topic))
}

type Subject = {
  readonly id: RecordingId
  readonly owner: RecordingOwner
  readonly room: string
  readonly organizationId: OrganizationId | null
}

/** Whoever looks for calls in the journal finds their recordings there, too. */
const WRITTEN = { broadcast: 'recording', call: 'call-recording' } as const satisfies Record<RecordingOwner, string>

type Happened = 'deleted' | 'expired' | 'failed' | 'finished' | 'started' | 'stopped'

/** In the journal it is about what was recorded: that has a name. */
export function recordRecordingAudit(
  tx: Tx,
  actor: Actor | null,
  { id, owner, room, organizationId }: Subject,
  what: Happened,
): Promise<void> {
  const details = { recordingId: id }
  const action = `${WRITTEN[owner]}.${what}` as const
  return recordAudit(tx, actor, { organizationId, action, subjectKind: owner, subjectId: room, details })
}
