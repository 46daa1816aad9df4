import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useCurrentCall } from './current-call.ts'
import { loadCallScreen } from './preload.ts'
import { callsQuery } from './queries.ts'

const RingOverlay = lazy(async () => ({ default: (await import('./ring-overlay.tsx')).RingOverlay }))
const CallScreen = lazy(async () => ({ default: (await loadCallScreen()).CallScreen }))

/** In the frame of every page: what rings, and the call this device is in. */
export function CallHost() {
  const { data: calls = [] } = useQuery(callsQuery())
  const current = useCurrentCall()

  const ringing = (['loud', 'silent', 'soft'] as const)
    .map((wanted) => calls.find(({ ring }) => ring === wanted))
    .find((call) => call !== undefined)
  return (
    <>
      {ringing && ringing.id !== current?.callId && (
        <Suspense>
          <RingOverlay key={ringing.id} call={ringing} isBusy={current !== null} />
        </Suspense>
      )}
      {current && (
        <Suspense>
          <CallScreen key={current.screen} intent={current} />
        </Suspense>
      )}
    </>
  )
}
