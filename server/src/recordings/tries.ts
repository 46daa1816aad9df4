import type { RecordingId } from '@kolosok/contract'

const PAUSE_MS = 30_000
/** Each after twice the pause of the one before, an hour in all: a machine out of memory has recovered by then. */
const MOST = 8

/** When a recording that could not be finished is tried again, so that the others have their turn. */
export function createTries() {
  const tries = new Map<RecordingId, { readonly failed: number; readonly untilMs: number }>()
  const failedOf = (id: RecordingId): number => tries.get(id)?.failed ?? 0

  return {
    isDue: (id: RecordingId, nowMs: number): boolean => nowMs >= (tries.get(id)?.untilMs ?? 0),

    /** It waits, for room or for its recorder; nothing went wrong. */
    pause(id: RecordingId, nowMs: number): void {
      tries.set(id, { failed: failedOf(id), untilMs: nowMs + PAUSE_MS })
    },

    /** One more has failed. */
    isWorthAnother(id: RecordingId, nowMs: number): boolean {
      const failed = failedOf(id) + 1
      tries.set(id, { failed, untilMs: nowMs + PAUSE_MS * 2 ** (failed - 1) })
      return failed < MOST
    },
  }
}
