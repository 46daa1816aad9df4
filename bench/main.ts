import { fork } from 'node:child_process'
import { measureInserts } from '../server/test/bare-inserts.ts'
import { startPostgres } from '../server/test/postgres.ts'
import { type ServerProcess, startServer } from '../server/test/server-process.ts'
import { ask, seedChats } from './chats.ts'
import { cpuSeconds, residentBytes } from './cpu.ts'
import type { Load, Report } from './load.ts'

// npm run bench -- [seconds per measurement] [part of a shape's name]
const SECONDS = Number(process.argv[2] ?? 8)
const ONLY = process.argv[3] ?? ''
type Shape = {
  readonly chats: number
  readonly members: number
  readonly posters: number
  readonly isListening: boolean
}
const shapes: Record<string, Shape> = {
  '200 chats × 25': { chats: 200, members: 25, posters: 32, isListening: true },
  '1 chat × 1,000': { chats: 1, members: 1_000, posters: 8, isListening: true },
  '200 chats × 25, idle': { chats: 200, members: 25, posters: 0, isListening: true },
  '200 chats, nobody online': { chats: 200, members: 25, posters: 64, isListening: false },
}

const postgres = await startPostgres()
const url = postgres.url('postgres')
const rows: Row[] = []
try {
  for (const [name, shape] of Object.entries(shapes).filter(([name]) => name.includes(ONLY))) {
    if (shape.isListening && shape.posters > 0) rows.push(await measureBare(name, shape))
    rows.push(await measureServer(name, shape))
  }
  rows.push(await measureBareInserts())
} finally {
  console.table(rows)
  console.table(compare(rows))
  await postgres.stop()
  await postgres.remove()
}

type Row = Record<string, string | number> & { what: string }

async function measureBare(name: string, shape: Shape): Promise<Row> {
  const server = await startServer({}, import.meta.dirname + '/bare-broadcast.ts')
  try {
    return await measure(server, `bare ws, ${name}`, shape, bareChats(shape))
  } finally {
    await server.remove()
  }
}

async function measureServer(name: string, shape: Shape): Promise<Row> {
  const server = await startServer({ DATABASE_URL: url })
  try {
    return await measure(
      server,
      `whole path, ${name}`,
      shape,
      await seedChats({ url, dataFolder: server.dataFolder }, shape),
    )
  } finally {
    await server.remove()
  }
}

async function measure(server: ServerProcess, what: string, shape: Shape, chats: Load['chats']): Promise<Row> {
  const { posters, isListening } = shape
  const load = fork(import.meta.dirname + '/load.ts')
  const empty = residentBytes(server.pid())
  await ask(load, { load: { port: server.port, chats, posters, isListening } })
  const members = chats[0]?.cookies.length ?? 0
  if (posters === 0) {
    await settle()
    const held = residentBytes(server.pid()) - empty
    load.kill()
    return { what, 'kB/conn': round(held / (members * chats.length) / 1_000) }
  }
  await ask(load, { command: { seconds: 3 } }) // Warms the compilers.
  const before = usage(server.pid())
  const top = (await ask(load, { command: { seconds: SECONDS } })) as Report
  const after = usage(server.pid())
  const half = (await ask(load, { command: { seconds: SECONDS, perSecond: top.stored / top.seconds / 2 } })) as Report
  load.kill()

  const node = after.node - before.node
  const database = after.database - before.database
  const stored = {
    what,
    'stored/s': Math.round(top.stored / top.seconds),
    'node µs/msg': micro(node / top.stored),
    'PG µs/msg': micro(database / top.stored),
  }
  if (!isListening) return stored
  return {
    ...stored,
    'delivered/s': Math.round(top.delivered / top.seconds),
    'lost': top.stored * members - top.delivered,
    'deliveries/core-s': Math.round(top.delivered / node),
    'p50 ms': round(half.latencies.p50),
    'p99 ms': round(half.latencies.p99),
  }
}

/** The figures of the requirement, from the rows of this run. */
function compare(measured: readonly Row[]) {
  const of = (what: string, figure: string) => Number(measured.find((row) => row.what === what)?.[figure] ?? NaN)
  const perCore = (what: string) => of(what, 'deliveries/core-s')
  return [
    {
      'to reach': 'deliveries per core-second, 200 × 25 : bare ws ≥ 0.6',
      'is': round2(perCore('whole path, 200 chats × 25') / perCore('bare ws, 200 chats × 25')),
    },
    {
      'to reach': 'stored/s with nobody online : bare inserts ≥ 0.5',
      'is': round2(of('whole path, 200 chats, nobody online', 'stored/s') / of('bare inserts', 'stored/s')),
    },
    { 'to reach': 'p99 ms at half load, 200 × 25 ≤ 50', 'is': of('whole path, 200 chats × 25', 'p99 ms') },
    { 'to reach': 'kB per idle connection at 5,000 ≤ 30', 'is': of('whole path, 200 chats × 25, idle', 'kB/conn') },
  ]
}

/** Until what connecting left behind has been collected, as it is on a server that rests. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 15_000))
}

async function measureBareInserts(): Promise<Row> {
  const before = usage(process.pid)
  const stored = await measureInserts(url, SECONDS)
  const after = usage(process.pid)
  const cost = (used: number) => micro(used / (stored * SECONDS))
  return {
    'what': 'bare inserts',
    'stored/s': Math.round(stored),
    'node µs/msg': cost(after.node - before.node),
    'PG µs/msg': cost(after.database - before.database),
  }
}

function usage(pid: number) {
  return { node: cpuSeconds(pid), database: cpuSeconds(postgres.pid, { withChildren: true }) }
}

function bareChats({ chats, members }: Shape): Load['chats'] {
  return Array.from({ length: chats }, (_, i) => ({
    id: String(i),
    cookies: Array.from({ length: members }, () => `room=${String(i)}`),
  }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}

function micro(seconds: number): number {
  return round(seconds * 1e6)
}
