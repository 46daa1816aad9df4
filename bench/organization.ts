import { loadavg } from 'node:os'
import { connectDb } from '../server/src/platform/db.ts'
import { readSecrets } from '../server/src/platform/secrets.ts'
import { signIn, thingsOf } from '../server/test/large-installation.ts'
import { type ServerProcess, startServer } from '../server/test/server-process.ts'
import { cpuSeconds } from './cpu.ts'
import { type Filling, openInstallations } from './installation.ts'
import { BARE_MOVE, measureBareMoves, measureMoves, MOVE } from './moves.ts'
import { BARE_READ, measureIndexedRead, INDEXED_READ, readsOf } from './reads.ts'
import { BARE_YEAR, measureBareYear, measureRollOver, nameOfUndo, nameOfYear, rollOverWays } from './roll-overs.ts'
import { openBrowser, round, time, type Times } from './timed.ts'

// npm run bench:organization -- [times each request is measured] [organizations] [part of a request's name]
const TIMES = Number(process.argv[2] ?? 100)
const ORGANIZATIONS = Number(process.argv[3] ?? 1_000)
const ONLY = process.argv[4] ?? ''
const YEARS = Math.max(3, Math.round(TIMES / 20))

const fillings: Filling[] = [
  { name: 'alone', organizations: 1, isCounted: true },
  // As right after a large import: the database knows nothing of how much there is.
  { name: 'uncounted', organizations: 1, isCounted: false },
  { name: `among ${String(ORGANIZATIONS)}`, organizations: ORGANIZATIONS, isCounted: true },
]
const things = thingsOf(1)
type Measured = Map<string, Times>
const none: Times = { p50: NaN, p95: NaN, cpu: NaN }
const LIMITS = new Set([INDEXED_READ, BARE_READ, BARE_MOVE, BARE_YEAR])
const isYear = (name: string) => name.startsWith('roll-over')

const installations = await openInstallations()
try {
  const columns = new Map<string, Measured>()
  for (const filling of fillings) columns.set(filling.name, await measure(filling))
  console.table(tableOf(columns))
  console.table(compare(columns))
} finally {
  await installations.close()
}

/** Everything in the large organization; the others only stand beside it. */
async function measure(filling: Filling): Promise<Measured> {
  const url = await installations.open(filling)
  const server = await startServer({ DATABASE_URL: url })
  const loads = [loadavg()[0] ?? 0]
  try {
    return await measureServer(server, url)
  } finally {
    loads.push(loadavg()[0] ?? 0)
    console.log(`${filling.name}: load ${loads.map((load) => load.toFixed(1)).join(' → ')}`)
    await server.remove()
  }
}

async function measureServer(server: ServerProcess, url: string): Promise<Measured> {
  const usage = () => cpuSeconds(server.pid()) + cpuSeconds(installations.pid, { withChildren: true })
  const [run, years] = [TIMES, YEARS].map((times) => ({ times, usage })) as [Run, Run]
  const people = await openBrowsers(server, url)
  const measured: Measured = new Map()
  const add = (name: string, times: Times) => {
    console.log(name, times)
    measured.set(name, times)
  }
  const measureIfMeant = async (name: string, measuring: () => Promise<Times>) => {
    if (name.includes(ONLY)) add(name, await measuring())
  }
  await measureIfMeant(INDEXED_READ, () => measureIndexedRead(url, things, run))
  for (const { name, by, path } of readsOf(things)) {
    await measureIfMeant(name, () => time(run, (turn) => people[by]('GET', path(turn))))
  }
  await measureIfMeant(BARE_MOVE, () => measureBareMoves(url, things, run))
  await measureIfMeant(MOVE, () => measureMoves(people.admin, things, run))
  await measureIfMeant(BARE_YEAR, () => measureBareYear(url, years))
  for (const way of rollOverWays.filter((each) => nameOfYear(each).includes(ONLY))) {
    const { there, back } = await measureRollOver(people.admin, things, way, years)
    add(nameOfYear(way), there)
    add(nameOfUndo(way), back)
  }
  return measured
}

type Run = Parameters<typeof time>[0]

async function openBrowsers(server: ServerProcess, url: string) {
  const db = connectDb(url)
  const secrets = await readSecrets(server.dataFolder)
  const browserOf = async (who: keyof typeof things.accounts) =>
    openBrowser(server.url, await signIn(db, secrets, things.accounts[who]))
  const people = {
    admin: await browserOf('admin'),
    teacher: await browserOf('teacher'),
    parent: await browserOf('parent'),
  }
  await db.destroy()
  return people
}

function tableOf(columns: ReadonlyMap<string, Measured>) {
  const names = [...(columns.values().next().value?.keys() ?? [])]
  return names.map((request) => {
    const cells = [...columns].flatMap(([column, measured]) =>
      Object.entries(measured.get(request) ?? none).map(([figure, value]) => [`${column}: ${figure}`, value]),
    )
    return { 'request, ms': request, ...(Object.fromEntries(cells) as Record<string, number>) }
  })
}

/** The figures of the requirement, from the rows of this run. */
function compare(columns: ReadonlyMap<string, Measured>) {
  const worst = (figure: keyof Times, isMeant: (name: string) => boolean) => {
    const all = [...columns].flatMap(([column, measured]) =>
      [...measured]
        .filter(([name]) => isMeant(name) && !LIMITS.has(name))
        .map(([name, times]) => ({ is: times[figure], where: `${name} (${column})` })),
    )
    return all.sort((one, other) => other.is - one.is)[0] ?? { is: NaN, where: '' }
  }
  const isRead = (name: string) => name !== MOVE && !isYear(name)
  const [alone, , among] = [...columns.values()].map((measured) => measured.get(MOVE) ?? none)
  const growth = (figure: keyof Times) => round((among?.[figure] ?? NaN) / (alone?.[figure] ?? NaN))
  return [
    { 'to reach': 'slowest read, p95 ms ≤ 50', ...worst('p95', isRead) },
    { 'to reach': 'the same by processor time', ...worst('cpu', isRead) },
    { 'to reach': 'a move, p95 ms ≤ 100', ...worst('p95', (name) => name === MOVE) },
    { 'to reach': 'a roll-over or its undoing, ms ≤ 10 000', ...worst('p95', isYear) },
    { 'to reach': 'a move among others : alone, p50', 'is': growth('p50') },
    { 'to reach': 'the same by processor time', 'is': growth('cpu') },
  ]
}
