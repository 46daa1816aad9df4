import type { RecordingId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { attemptNow } from '#rooms/index.ts'
import type { RecordedRooms } from './port.ts'
import type { RecordingRow } from './store.ts'

/**
 * Takes the mark off the rooms whose recording has stopped: whoever stopped it has told LiveKit, and it may not have
 * heard. Said again until it has, also after the recording has been finished.
 */
export function createMarks(context: Pick<Context, 'log'>) {
  const taken = new Set<RecordingId>()
  const due = new Map<RecordingId, () => Promise<void>>()

  async function takeOff(id: RecordingId, show: () => Promise<void>): Promise<void> {
    await show()
    due.delete(id)
    taken.add(id)
  }

  return {
    note(rooms: RecordedRooms, { id, room }: RecordingRow): void {
      if (!taken.has(id)) due.set(id, () => rooms.show(room))
    },
    /** All at once: each may take seconds where LiveKit doesn't answer. */
    async sayAgain(): Promise<void> {
      await Promise.all([...due].map(([id, show]) => attemptNow(context, takeOff(id, show))))
    },
  }
}
