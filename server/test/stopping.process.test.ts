import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import type { Call, CallId, ChatId } from '@kolosok/contract'
import { afterEach, expect, test, vi } from 'vitest'
import { connectDb } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { isAlive } from '#platform/processes/processes.ts'
import { readSecrets } from '#platform/secrets.ts'
import { LIVEKIT_ARRIVES_MS } from './call-world.ts'
import { createInstallation, freePort } from './installation-process.ts'
import { keptLivekit } from './livekit.ts'
import { seedRoom } from './process-seed.ts'

type Installation = Awaited<ReturnType<typeof createInstallation>>

/** Well below the deadline of what hangs. */
const SOON_MS = 8_000

const held: Socket[] = []
afterEach(() => {
  for (const socket of held.splice(0)) socket.destroy()
})

test(
  'killed, started again and in the middle of a call, it ends soon: neither who went silent nor a frozen LiveKit holds it up',
  { timeout: LIVEKIT_ARRIVES_MS },
  async () => {
    const here = await createInstallation(await ownCalls())
    const first = await here.start()
    first.child.kill('SIGKILL')
    await first.exited
    const server = await here.start()
    await vi.waitFor(
      async () => {
        expect(await (await fetch(`${here.url}/readyz`)).text()).toContain('"media":{"isReady":true')
      },
      {
        timeout: 60_000,
        interval: 200,
      },
    )
    const { chatId, cookie } = await seedTeacher(here)
    const token = await startCall(here, chatId, cookie)
    await goSilent(here, `GET /rtc?access_token=${token} HTTP/1.1`, [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ])
    await goSilent(here, 'PUT /api/applications/AAAAAAAAAAAAAAAAAAAAAAAAAAA/order?name=order.pdf HTTP/1.1', [
      'Content-Type: application/octet-stream',
      'Content-Length: 1000',
      'Expect: 100-continue',
    ])

    const livekit = Number(await readFile(join(here.dataFolder, 'livekit/livekit.yaml.pid'), 'utf8'))
    process.kill(livekit, 'SIGSTOP')

    const asked = Date.now()
    server.child.kill('SIGTERM')
    expect(await server.exited).toBe(0)
    expect(Date.now() - asked).toBeLessThan(SOON_MS)
    expect(isAlive(livekit)).toBe(false)
    await here.remove()
  },
)

async function ownCalls(): Promise<Record<string, string>> {
  const [port, tcp, udp, turn] = [await freePort(), await freePort(), await freePort(), await freePort()]
  return {
    PATH: dirname(await keptLivekit()),
    LIVEKIT_PORT: String(port),
    LIVEKIT_TCP_PORT: String(tcp),
    LIVEKIT_UDP_PORT: String(udp),
    LIVEKIT_TURN_PORT: String(turn),
  }
}

async function seedTeacher({ dataFolder }: Installation): Promise<{ chatId: ChatId; cookie: string }> {
  const folder = encodeURIComponent(join(dataFolder, 'postgres'))
  const db = connectDb(`postgres://postgres@localhost/kolosok?host=${folder}`)
  const { chatId, people } = await seedRoom({ db, secrets: await readSecrets(dataFolder) }, 1)
  await db.updateTable('membership').set({ confirmed_at: new Date() }).execute()
  await db.destroy()
  return { chatId, cookie: people[0]?.cookie ?? '' }
}

/** The token that lets into its room. */
async function startCall({ url }: Installation, chatId: ChatId, cookie: string): Promise<string> {
  const headers = { cookie }
  const started = await fetch(`${url}/api/chats/${chatId}/calls/${newId<CallId>()}`, { method: 'PUT', headers })
  expect(started.status).toBe(200)
  const { id } = (await started.json()) as Call
  const joined = await fetch(`${url}/api/calls/${id}/token`, { method: 'POST', headers })
  return ((await joined.json()) as { token: string }).token
}

/** Asks, is answered, and is never heard of again: a phone that lost its network says not even goodbye. */
async function goSilent({ port }: Installation, request: string, headers: readonly string[]): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => undefined)
  held.push(socket)
  socket.write([request, `Host: localhost:${String(port)}`, ...headers, '', ''].join('\r\n'))
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 (101|100) /)
  socket.pause()
}
