import type { Broadcast } from '@kolosok/contract'
import { useEffect, useRef, useState } from 'react'
import type { CallSession } from '#features/rooms/index.ts'

/** Whoever is no more on the stage is neither heard nor seen from that moment on, and is told. */
export function useStage({ stage, state }: Broadcast, session: CallSession) {
  const before = useRef(stage)
  const [wasPutBack, setPutBack] = useState(false)
  useEffect(() => {
    if (before.current === 'on' && stage !== 'on' && state === 'live') {
      session.goOff()
      setPutBack(true)
    }
    before.current = stage
  }, [stage, state, session])
  return {
    wasPutBack,
    forget: () => {
      setPutBack(false)
    },
  }
}
