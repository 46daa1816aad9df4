import type { Call } from '@kolosok/contract'
import { ringUntil } from './present.ts'
import type { StoredCall } from './store.ts'

/** Long enough to come back after a lost connection or a restart of LiveKit. */
export const IDLE_MS = 60_000

type Ending = { readonly outcome: NonNullable<Call['outcome']>; readonly at: Date }
type Stages = Pick<StoredCall, 'chatState' | 'startedAt' | 'answeredAt' | 'idleSince'>

/** How and when a running call was over by itself; undefined where it goes on. */
export function endingOf({ chatState, startedAt, answeredAt, idleSince }: Stages, now: Date): Ending | undefined {
  if (chatState === 'read-only') return { outcome: answeredAt ? 'ended' : 'missed', at: now }
  if (!answeredAt) return now >= ringUntil(startedAt) ? { outcome: 'missed', at: ringUntil(startedAt) } : undefined
  const isIdle = idleSince !== null && now.getTime() >= idleSince.getTime() + IDLE_MS
  return isIdle ? { outcome: 'empty', at: idleSince } : undefined
}
