import { AppError } from './app-error.ts'
import type { Clock } from './clock.ts'

/** So many at once, then so many a minute. Generous for people, hard for scripts. */
type Rate = { readonly burst: number; readonly perMinute: number }

/** Lets somebody go on, or refuses with the seconds to wait. */
export type Pace = (whom: string) => void

const MAX_HELD = 10_000

/**
 * A bucket that fills by itself, in the memory of one node: what happens at every message must cost nothing. Limits
 * that guard secrets are kept in the database instead (`rate-limits.ts`).
 */
export function createPace(clock: Clock, { burst, perMinute }: Rate): Pace {
  const held = new Map<string, { left: number; at: number }>()
  const filled = (bucket: { left: number; at: number }, now: number) =>
    Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) * perMinute) / 60_000)

  function forgetFull(now: number): void {
    for (const [whom, bucket] of held) if (filled(bucket, now) >= burst) held.delete(whom)
  }

  return (whom) => {
    const now = clock().getTime()
    if (held.size > MAX_HELD) forgetFull(now)
    const bucket = held.get(whom)
    const left = bucket ? filled(bucket, now) : burst
    if (left < 1) {
      throw new AppError('too-many-requests', { params: { seconds: Math.ceil(((1 - left) * 60) / perMinute) } })
    }
    held.set(whom, { left: left - 1, at: now })
  }
}

export const noPace: Pace = () => undefined
