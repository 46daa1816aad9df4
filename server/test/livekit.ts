import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AccessToken } from 'livekit-server-sdk'
import type { LivekitAccess } from '#platform/livekit/access.ts'
import { readConfig } from '#platform/config.ts'
import { livekitSettings } from '#platform/livekit/settings-file.ts'
import { obtainLivekit } from '#platform/livekit/obtain.ts'
import { createSecrets } from '#platform/secrets.ts'
import { settings } from '#platform/settings.ts'

const secrets = createSecrets()
const { livekitApiKey: apiKey, livekitApiSecret: apiSecret } = secrets

/** A real LiveKit with our own settings, whose address is known before it runs, since the app it tells its news needs that first. */
export async function prepareLivekit() {
  const [port, tcp, udp, turn] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const url = `http://127.0.0.1:${String(port)}`
  const livekit: LivekitAccess = { url, apiKey, apiSecret, state: () => ({ isAvailable: true }) }
  let server: ChildProcess | undefined
  let folder = ''

  return {
    livekit,
    pid: () => server?.pid ?? 0,
    start: async (webhookUrl: string): Promise<void> => {
      folder = await mkdtemp(join(tmpdir(), 'kolosok-livekit-'))
      const config = readConfig({
        LIVEKIT_PORT: String(port),
        LIVEKIT_TCP_PORT: String(tcp),
        LIVEKIT_UDP_PORT: String(udp),
        LIVEKIT_TURN_PORT: String(turn),
      })
      const file = join(folder, 'livekit.yaml')
      await writeFile(file, livekitSettings(config, secrets, webhookUrl))
      server = spawn(await keptLivekit(), ['--config', file], { stdio: 'ignore' })
      await answering(url)
    },
    stop: async (): Promise<void> => {
      if (server) {
        const exited = once(server, 'exit')
        server.kill('SIGKILL')
        await exited
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** News as LiveKit would sign it, for what only a browser could make it say. */
export async function signNews(news: object): Promise<{ payload: string; headers: Record<string, string> }> {
  const payload = JSON.stringify(news)
  const token = new AccessToken(apiKey, apiSecret)
  token.sha256 = createHash('sha256').update(payload).digest('base64')
  return { payload, headers: { 'content-type': 'application/webhook+json', 'authorization': await token.toJwt() } }
}

/** Kept beside the packages; whole runs bring it before the tests that need it. */
export async function keptLivekit(): Promise<string> {
  const said: string[] = []
  const program = await obtainLivekit({
    folder: join(import.meta.dirname, '../../.kolosok/bin'),
    path: process.env['PATH'] ?? '',
    releaseUrl: settings.shape.LIVEKIT_RELEASE_URL.parse(undefined),
    say: (line) => void said.push(line),
  })
  if (!program) throw new Error(`No livekit-server: ${said.join('; ')}`)
  return program
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error('LiveKit did not start')
}
