import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { connectDb } from '../server/src/platform/db.ts'
import { migrate } from '../server/src/platform/migrate.ts'
import { large, seedOrganizations, settle, usual } from '../server/test/large-installation.ts'
import { type Postgres, startPostgres } from '../server/test/postgres.ts'
import { round } from './timed.ts'

const ROOT = new URL('..', import.meta.url).pathname

/** What an installation holds, and whether the database has counted it yet. */
export type Filling = {
  readonly name: string
  readonly organizations: number
  readonly isCounted: boolean
  /** What is done there besides, under a name that says of what it is made. */
  readonly use?: { readonly name: string; readonly fill: (url: string) => Promise<void> }
}

export type Installations = {
  readonly pid: number
  /** Filled as asked, whatever an earlier run did to its own. */
  open: (filling: Filling) => Promise<string>
  close: () => Promise<void>
}

/** A PostgreSQL whose folder stays, with an untouched database of each filling to copy: minutes are spent once. */
export async function openInstallations(): Promise<Installations> {
  const folder = join(ROOT, '.kolosok')
  await mkdir(folder, { recursive: true })
  // Counted when a run says so, not by chance in the middle of one.
  const settings = { shared_buffers: '256MB', max_wal_size: '4GB', autovacuum: 'off' }
  const postgres = await startPostgres(settings, join(folder, 'bench'))
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  const version = await versionOfSeed()
  await dropOthers(client, version)

  return {
    pid: postgres.pid,
    async open(filling) {
      const use = filling.use ? `_${filling.use.name}` : ''
      const template = `${version}_${String(filling.organizations)}${filling.isCounted ? '' : '_uncounted'}${use}`
      if (!(await isThere(client, template))) await fill(client, postgres, template, filling)
      await client.query('drop database if exists run with (force)')
      await client.query(`create database run template "${template}" strategy file_copy`)
      await client.query('checkpoint')
      return postgres.url('run')
    },
    async close() {
      await client.end()
      await postgres.stop()
      await postgres.remove()
    },
  }
}

async function fill(client: pg.Client, postgres: Postgres, name: string, { organizations, isCounted, use }: Filling) {
  const began = performance.now()
  await client.query('drop database if exists filling with (force)')
  await client.query('create database filling')
  await migrate(postgres.url('filling'))
  const db = connectDb(postgres.url('filling'))
  await seedOrganizations(db, { from: 1, until: 1, size: large })
  if (organizations > 1) await seedOrganizations(db, { from: 2, until: organizations, size: usual })
  if (isCounted) await settle(db)
  await db.destroy()
  await use?.fill(postgres.url('filling'))
  await client.query(`alter database filling rename to "${name}"`)
  console.log(`${name} filled in ${String(round((performance.now() - began) / 1000))} s`)
}

const isThere = async (client: pg.Client, name: string) =>
  (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1

/** Of what the databases are made; that they are of an older version the server mends itself, as everywhere. */
const versionOfSeed = async () => `seed_${await digestOf('server/test/large-installation.ts')}`

export async function digestOf(file: string): Promise<string> {
  const source = await readFile(join(ROOT, file))
  return createHash('sha256').update(source).digest('hex').slice(0, 8)
}

async function dropOthers(client: pg.Client, version: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database where datname ~ '^seed_'")
  for (const { datname } of rows.filter((row) => !row.datname.startsWith(version))) {
    await client.query(`drop database "${datname}" with (force)`)
  }
}
