import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { connectDb } from '../server/src/platform/db.ts'
import { readSecrets } from '../server/src/platform/secrets.ts'
import { startPostgres } from '../server/test/postgres.ts'
import { seedRoom } from '../server/test/process-seed.ts'
import { type ServerProcess, startServer } from '../server/test/server-process.ts'
import { ask, seedChats } from './chats.ts'
import type { Report } from './load.ts'
import { openBrowser, round } from './timed.ts'

// npm run bench:notices -- [receivers] [messages per second meanwhile]
const RECEIVERS = Number(process.argv[2] ?? 3_000)
const PER_SECOND = Number(process.argv[3] ?? 100)
const SECONDS = 12
const shape = { chats: 40, members: 25, posters: 16 }
const RUNS = 3

const postgres = await startPostgres()
const url = postgres.url('postgres')
const server = await startServer({ DATABASE_URL: url })
try {
  const author = await seedReceivers(server)
  const chats = await seedChats({ url, dataFolder: server.dataFolder }, shape)
  const load = fork(import.meta.dirname + '/load.ts')
  await ask(load, { load: { port: server.port, chats, posters: shape.posters, isListening: true } })
  await ask(load, { command: { seconds: 3 } }) // Warms the compilers.
  const alone = (await ask(load, { command: { seconds: SECONDS, perSecond: PER_SECOND } })) as Report
  const rows = [rowOf('chats alone', alone)]
  for (let run = 1; run <= RUNS; run += 1) {
    const chatting = ask(load, { command: { seconds: SECONDS, perSecond: PER_SECOND } })
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const sent = await send(author)
    rows.push({ ...rowOf(`notice to ${String(RECEIVERS)}, run ${String(run)}`, (await chatting) as Report), ...sent })
  }
  load.kill()
  console.table(rows)
  console.table([
    { 'to reach': `a notice to ${String(RECEIVERS)} is sent in s ≤ 5`, 'is': worst(rows, 'sent s') },
    { 'to reach': 'p99 ms of messages meanwhile ≤ 100', 'is': worst(rows.slice(1), 'p99 ms') },
  ])
} finally {
  await server.remove()
  await postgres.stop()
  await postgres.remove()
}

type Row = Record<string, string | number>

function rowOf(what: string, { stored, seconds, latencies }: Report): Row {
  return {
    what,
    'stored/s': Math.round(stored / seconds),
    'p50 ms': round(latencies.p50),
    'p99 ms': round(latencies.p99),
  }
}

function worst(rows: readonly Row[], figure: string): number {
  return Math.max(...rows.map((row) => Number(row[figure] ?? 0)))
}

/** An organization of so many, one of whom may send to all. */
async function seedReceivers({ dataFolder }: ServerProcess) {
  const db = connectDb(url)
  const { people } = await seedRoom({ db, secrets: await readSecrets(dataFolder) }, RECEIVERS + 1)
  const [author] = people
  if (!author) throw new Error('Nobody to send')
  const { organization_id: organizationId } = await db
    .updateTable('membership')
    .set({ is_admin: true, confirmed_at: new Date() })
    .where('id', '=', author.membershipId)
    .returning('organization_id')
    .executeTakeFirstOrThrow()
  await db.destroy()
  return { cookie: author.cookie, organizationId }
}

/** From the click until everybody it is for is written down; who is on the page is told by then, or after. */
async function send({ cookie, organizationId }: Awaited<ReturnType<typeof seedReceivers>>) {
  const browser = openBrowser(server.url, cookie)
  const noticeId = randomUUID()
  const began = performance.now()
  const since = () => round((performance.now() - began) / 1_000)
  await browser('PUT', `/api/organizations/${organizationId}/notices/${noticeId}`, {
    title: 'Завтра сад закрыт',
    asks: 'acknowledge',
    audience: { kind: 'all' },
    deadlineAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
  })
  const answered = since()
  const db = connectDb(url, 1)
  for (;;) {
    const { count } = await db
      .selectFrom('notice_receiver')
      .where('notice_id', '=', noticeId as never)
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) === RECEIVERS) break
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await db.destroy()
  return { 'answered s': answered, 'sent s': since() }
}
