import { type ChildProcess, fork } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Broadcast } from '@kolosok/contract'
import { connectDb } from '../server/src/platform/db.ts'
import { newId } from '../server/src/platform/new-id.ts'
import { readSecrets } from '../server/src/platform/secrets.ts'
import { prepareLivekit } from '../server/test/livekit.ts'
import { startPostgres } from '../server/test/postgres.ts'
import { seedRoom } from '../server/test/process-seed.ts'
import { startServer } from '../server/test/server-process.ts'
import { cpuSeconds } from './cpu.ts'
import { type Ask, openBrowser, round } from './timed.ts'
import type { Received, Work } from './viewers-load.ts'

// npm run bench:viewers -- [how many look on, one measurement each]
const COUNTS = (process.argv[2] ?? '10,25,50').split(',').map(Number)
const SECONDS = 10
/** So many look on from one process. */
const TOGETHER = 25
/** As LiveKit's packets of a camera are. */
const PACKET_BYTES = 1_100

const postgres = await startPostgres()
const url = postgres.url('postgres')
const media = await prepareLivekit()
const { livekit } = media
const server = await startServer({
  ...{ DATABASE_URL: url, LIVEKIT_URL: livekit.url },
  ...{ LIVEKIT_API_KEY: livekit.apiKey, LIVEKIT_API_SECRET: livekit.apiSecret },
})
const children: ChildProcess[] = []
try {
  await media.start(`${server.url}/api/livekit/webhook`)
  const [host, ...viewers] = await seedAudience(Math.max(...COUNTS) + 1)
  if (!host) throw new Error('Nobody to go on the stage')
  const { id } = await begin(host)
  const pass = async (ask: Ask) => ((await ask('POST', `/api/broadcasts/${id}/token`)) as { token: string }).token
  await tell(startLoad(), { type: 'stage', url: livekit.url, token: await pass(host.ask) })
  const rows: Row[] = []
  for (const count of COUNTS) {
    const tokens: string[] = []
    for (const { ask } of viewers.slice(0, count)) tokens.push(await pass(ask))
    rows.push(await measureViewers(tokens))
  }
  const rate = Number(rows.at(-1)?.['kbit/s each'] ?? 0) * 1_000
  for (const count of COUNTS) rows.push(await measureBare(count, rate))
  console.table(rows)
} finally {
  for (const child of children) leave(child)
  await server.remove()
  await media.stop()
  await postgres.stop()
  await postgres.remove()
}

type Row = Record<string, string | number>

function startLoad(): ChildProcess {
  const child = fork(`${import.meta.dirname}/viewers-load.ts`, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  children.push(child)
  return child
}

function leave(child: ChildProcess): void {
  child.removeAllListeners('exit')
  child.kill('SIGKILL')
}

async function tell(child: ChildProcess, work: Work): Promise<unknown> {
  child.send(work)
  const ended = once(child, 'exit').then(() => {
    throw new Error('Whoever makes the load has ended')
  })
  return ((await Promise.race([once(child, 'message'), ended])) as unknown[])[0]
}

/** What it costs while nobody comes or goes: LiveKit alone, and the server beside it. */
async function measureViewers(tokens: readonly string[]): Promise<Row> {
  const loads: ChildProcess[] = []
  const joining = performance.now()
  for (let at = 0; at < tokens.length; at += TOGETHER) {
    const child = startLoad()
    loads.push(child)
    await tell(child, { type: 'viewers', url: livekit.url, tokens: tokens.slice(at, at + TOGETHER) })
  }
  const joined = performance.now() - joining
  // Until pictures come to all, and the rate is found.
  await sleep(3_000)
  const usage = () => [cpuSeconds(media.pid()), cpuSeconds(server.pid())] as const
  const received = async () => {
    const all = (await Promise.all(loads.map((child) => tell(child, { type: 'received' })))) as Received[]
    return { bytes: sum(all.map(({ bytes }) => bytes)), seeing: sum(all.map(({ seeing }) => seeing)) }
  }
  const [before, used, from] = [await received(), usage(), performance.now()]
  await sleep(SECONDS * 1_000)
  const [after, usedThen, seconds] = [await received(), usage(), (performance.now() - from) / 1_000]
  for (const child of loads) leave(child)
  const cores = (usedThen[0] - used[0]) / seconds
  return {
    'what': 'LiveKit, whole path',
    'viewers': tokens.length,
    'see it': after.seeing,
    'join ms each': Math.round(joined / tokens.length),
    'kbit/s each': Math.round(((after.bytes - before.bytes) * 8) / seconds / tokens.length / 1_000),
    'cores': hundredths(cores),
    'server cores': hundredths((usedThen[1] - used[1]) / seconds),
    'viewers per core': Math.round(tokens.length / cores),
    'load': round(loadavg()[0] ?? 0),
  }
}

async function measureBare(count: number, bitsPerSecond: number): Promise<Row> {
  const sink = createSocket('udp4')
  await new Promise<void>((resolve) => sink.bind(0, '127.0.0.1', resolve))
  const packets = Math.round(bitsPerSecond / 8 / PACKET_BYTES)
  const given = [sink.address().port, count, packets, PACKET_BYTES].map(String)
  const child = fork(`${import.meta.dirname}/bare-forward.ts`, given)
  children.push(child)
  await sleep(1_000)
  const [used, from] = [cpuSeconds(child.pid ?? 0), performance.now()]
  await sleep(SECONDS * 1_000)
  const cores = (cpuSeconds(child.pid ?? 0) - used) / ((performance.now() - from) / 1_000)
  child.kill()
  sink.close()
  return {
    'what': 'bare UDP',
    'viewers': count,
    'kbit/s each': Math.round(bitsPerSecond / 1_000),
    'cores': hundredths(cores),
    'viewers per core': Math.round(count / cores),
    'load': round(loadavg()[0] ?? 0),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}

/** An organization of so many; the first of them may broadcast to all. */
async function seedAudience(count: number) {
  const db = connectDb(url)
  const { people } = await seedRoom({ db, secrets: await readSecrets(server.dataFolder) }, count)
  const host = people[0]?.membershipId
  if (host) await db.updateTable('membership').where('id', '=', host).set({ role: 'management' }).execute()
  const { organization_id: organizationId } = await db
    .selectFrom('membership')
    .select('organization_id')
    .executeTakeFirstOrThrow()
  await db.destroy()
  return people.map(({ cookie }) => ({ ask: openBrowser(server.url, cookie), organizationId }))
}

async function begin({ ask, organizationId }: { ask: Ask; organizationId: string }): Promise<Broadcast> {
  const given = { title: 'Собрание', audience: { kind: 'all' }, plannedAt: null }
  const path = `/api/organizations/${organizationId}/broadcasts/${newId()}`
  const { id } = (await ask('PUT', path, given)) as Broadcast
  // The server looks by itself whether LiveKit is there.
  for (;;) {
    const begun = await ask('PUT', `/api/broadcasts/${id}/start`).catch(() => undefined)
    if (begun) return begun as Broadcast
    await sleep(500)
  }
}
