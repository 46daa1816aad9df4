import type { LivekitState } from './access.ts'
import type { LivekitEngine, Say } from './life.ts'
import { remedies } from './remedies.ts'

const LOOK_EVERY_MS = 10_000
const PATIENCE_MS = 5_000

/** A LiveKit that somebody else runs: we only look whether it answers. */
export function remoteLivekit(address: string, apiKey: string, apiSecret: string): LivekitEngine {
  const url = address.replace(/^ws/, 'http').replace(/\/$/, '')
  let state: LivekitState = { isAvailable: false, reason: 'starting' }
  let clock: NodeJS.Timeout | undefined

  async function look(say: Say): Promise<void> {
    const answers = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
      ({ ok }) => ok,
      () => false,
    )
    const next: LivekitState = answers ? { isAvailable: true } : { isAvailable: false, reason: 'unreachable' }
    const isNews = JSON.stringify(next) !== JSON.stringify(state)
    if (isNews) say(answers ? 'работают' : `не работают. ${remedies.unreachable}`)
    state = next
  }

  return {
    url,
    apiKey,
    apiSecret,
    state: () => state,
    start(_, say) {
      void look(say)
      clock = setInterval(() => void look(say), LOOK_EVERY_MS)
    },
    stop() {
      clearInterval(clock)
      return Promise.resolve()
    },
  }
}
