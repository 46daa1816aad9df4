import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { type Supervised, supervise } from '../processes/supervisor.ts'
import type { Secrets } from '../secrets.ts'
import type { LivekitState } from './access.ts'
import type { LivekitEngine, Say } from './life.ts'
import { obtainLivekit } from './obtain.ts'
import { livekitProgram, PortTaken } from './process.ts'
import { livekitSettings } from './settings-file.ts'
import { remedies } from './remedies.ts'
import { openWebhookDoor } from './webhook-door.ts'

const AGAIN_MS = 30_000

type Parts = { readonly config: Config; readonly secrets: Secrets; readonly log: Logger }

/** LiveKit beside this server: brought here if need be, and watched over. Nothing waits for it. */
export function ownLivekit({ config, secrets, log }: Parts): LivekitEngine {
  const stopping = new AbortController()
  let state: LivekitState = { isAvailable: false, reason: 'starting' }
  let server: Supervised | undefined
  let running = Promise.resolve()

  async function bring(app: FastifyInstance, say: Say): Promise<void> {
    const program = await obtainLivekit({
      folder: join(config.dataFolder, 'bin'),
      path: config.searchPath,
      releaseUrl: config.LIVEKIT_RELEASE_URL,
      say,
      onArriving: () => (state = { isAvailable: false, reason: 'arriving' }),
      signal: stopping.signal,
    })
    if (!program) {
      state = { isAvailable: false, reason: 'not-found' }
      if (!stopping.signal.aborted) say(`выключены. ${remedies['not-found']}`)
      return
    }
    const door = await openWebhookDoor(app)
    const file = join(config.dataFolder, 'livekit', 'livekit.yaml')
    await mkdir(join(config.dataFolder, 'livekit'), { recursive: true })
    await writeFile(file, livekitSettings(config, secrets, door.url), { mode: 0o600 })
    while (!server && !stopping.signal.aborted) await tryOnce(program, file, say)
    if (server) say('работают')
    if (!stopping.signal.aborted) await once(stopping.signal, 'abort')
    await server?.stop()
    door.close()
  }

  async function tryOnce(program: string, file: string, say: Say): Promise<void> {
    try {
      server = await supervise(livekitProgram(program, file), log)
    } catch (error) {
      // A port that is taken is nobody's mistake here, and said in a sentence below.
      log.warn({ err: error instanceof PortTaken ? error.message : error }, 'LiveKit does not start')
      const reason = error instanceof PortTaken ? 'port-taken' : 'not-running'
      if (state.isAvailable || state.reason !== reason) say(`не работают. ${remedies[reason]}`)
      state = { isAvailable: false, reason }
      await sleep(AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  return {
    url: `http://127.0.0.1:${String(config.LIVEKIT_PORT)}`,
    apiKey: secrets.livekitApiKey,
    apiSecret: secrets.livekitApiSecret,
    state: () => {
      if (!server) return state
      return server.isRunning() ? { isAvailable: true } : { isAvailable: false, reason: 'starting' }
    },
    start(app, say) {
      running = bring(app, say).catch((error: unknown) => {
        log.error({ err: error }, 'LiveKit can not be brought here')
        state = { isAvailable: false, reason: 'not-running' }
      })
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
