import type { Readable } from 'node:stream'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import { advisoryLocks } from '#platform/advisory-locks.ts'

/** They tell of this machine, not of anybody's data. */
const OWN_TABLES = ['migration', 'backup']

type Table = { readonly name: string; readonly columns: readonly string[] }
type StoredFile = { readonly id: string; readonly kind: string; readonly isAttached: boolean }

/** The whole database as it is at one moment, however long reading it takes and whatever is written meanwhile. */
export type Snapshot = {
  readonly migrations: () => Promise<string[]>
  readonly tables: () => Promise<Table[]>
  readonly counters: () => Promise<{ name: string; value: string }[]>
  readonly copy: (table: Table) => CountedStream
  readonly copyJobs: () => CountedStream
  readonly files: () => Promise<StoredFile[]>
  readonly close: () => Promise<void>
}

/** In PostgreSQL's own text form; `rowCount` once it has been read to its end. */
type CountedStream = Readable & { readonly rowCount: number }

export async function openSnapshot(databaseUrl: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => undefined) // Whoever reads learns of it from the query.
  await client.connect()
  try {
    // Before the snapshot: whatever it holds stays where it lies until it has been copied.
    await client.query('select pg_advisory_lock_shared($1)', [advisoryLocks.fileHold])
    await client.query('begin isolation level repeatable read read only')
    // A snapshot is taken by the first query, not by the beginning.
    await client.query('select 1')
  } catch (error) {
    await client.end()
    throw error
  }
  return {
    migrations: async () =>
      (await client.query<{ name: string }>('select name from migration order by name')).rows.map(({ name }) => name),
    tables: async () => (await client.query<Table>(tables, [OWN_TABLES])).rows,
    // They stand outside of every snapshot, and only ever rise.
    counters: async () => (await client.query<{ name: string; value: string }>(counters)).rows,
    copy: ({ name, columns }) => client.query(to(`copy public."${name}" (${list(columns)}) to stdout`)),
    copyJobs: () => client.query(to(`copy (${jobs}) to stdout`)),
    files: async () => (await client.query<StoredFile>(files)).rows,
    close: () => client.end(),
  }
}

export const list = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ')

/** What a table computes by itself is computed anew. */
const tables = `
  select t.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
  from information_schema.tables t
  join information_schema.columns c using (table_schema, table_name)
  where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    and t.table_name <> all ($1::text[])
  group by t.table_name
  order by t.table_name`

const counters = `
  select sequencename as name, last_value::text as value from pg_sequences
  where schemaname = 'public' and last_value is not null order by sequencename`

/** What was still to be done, in words that any version of the queue understands; but no second backup. */
const jobs = `
  select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  where j.attempts < j.max_attempts and t.identifier <> 'make-backup'`

const files = `select id, kind, attached_at is not null as "isAttached" from file where state = 'ready' order by id`
