import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCluster } from '#platform/postgres/cluster.ts'

export type Postgres = {
  url: (database: string) => string
  pid: number
  stop: (how?: 'fast' | 'crash') => Promise<void>
  start: () => Promise<void>
  remove: () => Promise<void>
}

/**
 * The PostgreSQL of the product, to be stopped and started by the test itself; in a temporary folder, unless it is to
 * find its data again.
 */
export async function startPostgres(settings: Record<string, string> = {}, kept?: string): Promise<Postgres> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'kolosok-test-')))
  const cluster = await openCluster(join(folder, 'db'), {
    isDurable: false,
    settings: { max_connections: '200', ...settings },
  })
  let server: ChildProcess
  const postgres: Postgres = {
    url: cluster.url,
    pid: 0,
    async start() {
      server = await cluster.spawn()
      postgres.pid = server.pid ?? 0
      await cluster.ready(server)
    },
    async stop(how = 'fast') {
      const exited = new Promise((resolve) => server.once('exit', resolve))
      server.kill(how === 'crash' ? 'SIGQUIT' : 'SIGINT')
      await exited
    },
    async remove() {
      await cluster.dispose()
      if (!kept) await rm(folder, { recursive: true, force: true })
    },
  }
  await postgres.start()
  return postgres
}
