import { cpuSeconds } from './cpu.ts'
import { connectDb } from '../server/src/platform/db.ts'
import { readSecrets } from '../server/src/platform/secrets.ts'
import { startPostgres } from '../server/test/postgres.ts'
import { startServer } from '../server/test/server-process.ts'
import { BARE_MOVE, measureBareMoves, measureMoves, MOVE } from './moves.ts'
import { large, seedOrganizations, signIn, thingsOf, usual } from '../server/test/large-installation.ts'
import { BARE_READ, readsOf } from './reads.ts'
import { openBrowser, round, time, type Times } from './timed.ts'

// npm run bench:organization -- [times each request is measured] [organizations] [part of a request's name]
const TIMES = Number(process.argv[2] ?? 100)
const ORGANIZATIONS = Number(process.argv[3] ?? 1_000)
const ONLY = process.argv[4] ?? ''

type Measured = Map<string, Times>

const postgres = await startPostgres({ shared_buffers: '256MB', max_wal_size: '4GB' })
const url = postgres.url('postgres')
const server = await startServer({ DATABASE_URL: url })
const db = connectDb(url)
const none: Times = { p50: NaN, p95: NaN, cpu: NaN }
const usage = () => cpuSeconds(server.pid()) + cpuSeconds(postgres.pid, { withChildren: true })
try {
  await fill(1, 1)
  const alone = await measureAll()
  if (ORGANIZATIONS > 1) await fill(2, ORGANIZATIONS)
  const among = ORGANIZATIONS > 1 ? await measureAll() : alone
  console.table(tableOf(alone, among))
  console.table(compare(alone, among))
} finally {
  await db.destroy()
  await server.remove()
  await postgres.stop()
  await postgres.remove()
}

async function fill(from: number, until: number): Promise<void> {
  const began = performance.now()
  await seedOrganizations(db, { from, until, size: from === 1 ? large : usual })
  console.log(
    `organizations ${String(from)} to ${String(until)}: ${String(round((performance.now() - began) / 1000))} s`,
  )
}

/** Everything in the large organization; the others only stand beside it. */
async function measureAll(): Promise<Measured> {
  const secrets = await readSecrets(server.dataFolder)
  const things = thingsOf(1)
  const browserOf = async (who: keyof typeof things.accounts) =>
    openBrowser(server.url, await signIn(db, secrets, things.accounts[who]))
  const people = {
    admin: await browserOf('admin'),
    teacher: await browserOf('teacher'),
    parent: await browserOf('parent'),
  }
  const measured: Measured = new Map()
  for (const { name, by, path } of readsOf(things)) {
    if (name.includes(ONLY)) measured.set(name, await time(TIMES, usage, (turn) => people[by]('GET', path(turn))))
  }
  if (ONLY === '' || 'move'.includes(ONLY)) {
    measured.set(BARE_MOVE, await measureBareMoves(url, things, { times: TIMES, usage }))
    measured.set(MOVE, await measureMoves(people.admin, things, { times: TIMES, usage }))
  }
  return measured
}

function tableOf(alone: Measured, among: Measured) {
  return [...among].map(([name, times]) => ({
    'request': name,
    'p50 of 1': alone.get(name)?.p50,
    'p95 of 1': alone.get(name)?.p95,
    'cpu ms of 1': alone.get(name)?.cpu,
    [`p50 of ${String(ORGANIZATIONS)}`]: times.p50,
    [`p95 of ${String(ORGANIZATIONS)}`]: times.p95,
    [`cpu ms of ${String(ORGANIZATIONS)}`]: times.cpu,
  }))
}

/** The figures of the requirement, from the rows of this run. */
function compare(alone: Measured, among: Measured) {
  const of = (measured: Measured, name: string) => measured.get(name) ?? none
  const reads = [...among].filter(([name]) => name !== MOVE && name !== BARE_MOVE)
  const [where, slowest] = reads.sort(([, one], [, other]) => other.p95 - one.p95)[0] ?? ['', none]
  const [move, movedAlone] = [of(among, MOVE), of(alone, MOVE)]
  const growth = (figure: keyof Times) => round(move[figure] / movedAlone[figure])
  return [
    { 'to reach': 'slowest read, p95 ms ≤ 50', 'is': slowest.p95, where },
    { 'to reach': 'the least a signed-in request costs, p95 ms', 'is': of(among, BARE_READ).p95 },
    { 'to reach': 'a move, p95 ms ≤ 100', 'is': move.p95 },
    { 'to reach': 'the rows of a move, bare, p95 ms', 'is': of(among, BARE_MOVE).p95 },
    { 'to reach': `a move among ${String(ORGANIZATIONS)} : alone, p50`, 'is': growth('p50') },
    { 'to reach': `the same by processor time`, 'is': growth('cpu') },
  ]
}
