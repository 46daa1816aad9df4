import pg from 'pg'
import type { Logger } from 'pino'
import { type Supervised, supervise } from '../processes/supervisor.ts'
import { StartProblem } from '../start-problem.ts'
import { openCluster } from './cluster.ts'

export type Database = {
  readonly url: string
  readonly isRunning: () => boolean
  readonly stop: () => Promise<void>
}

/** The PostgreSQL of the data folder, watched over as long as the server runs. */
export async function startEmbedded(folder: string, log: Logger): Promise<Database> {
  const cluster = await openCluster(folder)
  const program = { name: 'postgres', spawn: cluster.spawn, ready: cluster.ready, stopSignal: 'SIGINT' } as const
  const server = await supervise(program, log).catch((error: unknown) => {
    throw new StartProblem(`База данных в ${folder} не запускается.\n${error instanceof Error ? error.message : ''}`)
  })
  await createDatabase(cluster.url('postgres'), 'kolosok')
  return { url: cluster.url('kolosok'), isRunning: server.isRunning, stop: () => stopAll(server, cluster.dispose) }
}

async function stopAll(server: Supervised, dispose: () => Promise<void>): Promise<void> {
  await server.stop()
  await dispose()
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount === 0) await client.query(`create database ${name}`)
  await client.end()
}
