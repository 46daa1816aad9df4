import type { Logger } from 'pino'
import { AppError } from '#platform/app-error.ts'
import type { LivekitAccess } from '#platform/livekit/access.ts'

export function requireLivekit({ livekit }: { readonly livekit: LivekitAccess }): void {
  const state = livekit.state()
  if (!state.isAvailable) throw new AppError('calls-unavailable', { params: { reason: state.reason } })
}

/** What must be heard now, or nothing comes of it. */
export function orUnavailable<T>(said: Promise<T>): Promise<T> {
  return said.catch((cause: unknown) => {
    throw new AppError('calls-unavailable', { params: { reason: 'unreachable' }, cause })
  })
}

type Log = { readonly log: Logger }

/** What LiveKit doesn't hear now, the keeper's next round says again. */
export function attempt(context: Log, said: Promise<void>): void {
  void attemptNow(context, said)
}

export async function attemptNow({ log }: Log, said: Promise<void>): Promise<void> {
  await said.catch((error: unknown) => {
    log.warn({ err: error }, 'LiveKit did not hear us; the next round says it again')
  })
}
