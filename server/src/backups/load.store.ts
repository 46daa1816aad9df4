import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import type { Manifest } from './manifest.ts'
import { list } from './snapshot.store.ts'

/** What a start writes by itself before anybody has used the installation. */
const OF_A_START = ['migration', 'operator_link', 'rate_limit', 'backup', 'article']

export type Emptiness = 'bare' | 'unused' | { readonly table: string }

/** Is there anything of anybody's? `unused`: tables, all empty. */
export async function lookInto(databaseUrl: string): Promise<Emptiness> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`)
    for (const { name } of rows.filter((row) => !OF_A_START.includes(row.name))) {
      const { rowCount } = await client.query(`select 1 from public."${name}" limit 1`)
      if (rowCount) return { table: name }
    }
    return rows.length > 0 ? 'unused' : 'bare'
  })
}

/** Takes empty tables away, so that older ones can be made. */
export async function clear(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('drop schema if exists graphile_worker cascade')
    await client.query('drop schema public cascade')
    await client.query('create schema public')
  })
}

export type Load = {
  readonly manifest: Manifest
  readonly open: (table: string) => Promise<Readable>
  readonly openJobs: () => Promise<Readable>
  /** Runs when everything is in, before it counts. */
  readonly beforeCommit: () => Promise<void>
}

/** All or nothing. Throws where a table gets other rows than were packed. */
export async function load(databaseUrl: string, { manifest, open, openJobs, beforeCommit }: Load): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('begin')
    const tables = manifest.tables.map(({ name }) => `public."${name}"`)
    // What triggers write or forbid has been written; and rows come table by table, in no order that a key would allow.
    const keys = await dropForeignKeys(client)
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
    // Migrations put rows in, too.
    await client.query(`truncate ${tables.join(', ')}`)
    for (const table of manifest.tables) await copyIn(client, table, await open(table.name))
    for (const { name, value } of manifest.counters) {
      await client.query('select setval(format($$public.%I$$, $1::text)::regclass, $2::bigint)', [name, value])
    }
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
    for (const { holder, name, meaning } of keys) {
      await client.query(`alter table ${holder} add constraint "${name}" ${meaning}`)
    }
    await queueJobs(client, await openJobs())
    await beforeCommit()
    await client.query('commit')
    // What plans are made from; by itself the database would take a while to notice.
    await client.query('analyze')
  })
}

type ForeignKey = { readonly holder: string; readonly name: string; readonly meaning: string }

async function dropForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select conrelid::regclass::text as holder, conname as name, pg_get_constraintdef(oid) as meaning
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
  for (const { holder, name } of rows) await client.query(`alter table ${holder} drop constraint "${name}"`)
  return rows
}

async function copyIn(client: pg.Client, { name, columns, rows }: Manifest['tables'][number], source: Readable) {
  const target = client.query(from(`copy public."${name}" (${list(columns)}) from stdin`))
  await pipeline(source, target)
  if (target.rowCount !== rows) throw new Error(`${name} got ${String(target.rowCount)} rows of ${String(rows)}`)
}

/** By the queue's own door: its tables may look otherwise in another version. */
async function queueJobs(client: pg.Client, source: Readable): Promise<void> {
  await client.query(`
    create temporary table job (identifier text, payload json, queue_name text, run_at timestamptz,
      max_attempts integer, key text, priority integer) on commit drop`)
  await pipeline(source, client.query(from('copy job from stdin')))
  await client.query(`
    select graphile_worker.add_job(identifier, payload := payload, queue_name := queue_name, run_at := run_at,
      max_attempts := max_attempts, job_key := key, priority := priority)
    from job order by run_at`)
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => undefined) // Whoever asks learns of it from the query.
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end() // With it an unfinished transaction.
  }
}
