import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Secrets } from '../secrets.ts'
import type { LivekitEngine } from './life.ts'
import { ownLivekit } from './own.ts'
import { remoteLivekit } from './remote.ts'

type Parts = { readonly config: Config; readonly secrets: Secrets; readonly log: Logger }

/** The one named by `LIVEKIT_URL`, or one of our own. */
export function chooseLivekit(parts: Parts): LivekitEngine {
  const { LIVEKIT_URL, LIVEKIT_API_KEY = '', LIVEKIT_API_SECRET = '' } = parts.config
  return LIVEKIT_URL ? remoteLivekit(LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET) : ownLivekit(parts)
}
