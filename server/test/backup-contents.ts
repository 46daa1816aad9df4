import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Every row of every table but those that tell of the machine, as text, in an order of its own. */
export async function readRows(databaseUrl: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('migration', 'backup')`)
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`)
    found[name] = rows.map(({ row }) => row)
  }
  const { rows: jobs } = await client.query<{ row: string }>(`
    select concat_ws(' ', t.identifier, j.payload, j.run_at, j.max_attempts, j.key, j.priority) as row
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier <> 'make-backup' order by 1`)
  found.jobs = jobs.map(({ row }) => row)
  const { rows: counters } = await client.query<{ row: string }>(`
    select sequencename || ' ' || coalesce(last_value, 0) as row from pg_sequences where schemaname = 'public' order by 1`)
  found.counters = counters.map(({ row }) => row)
  await client.end()
  return found
}

/** Every stored file by its path, with the hash of its bytes. */
export async function readStored(dataFolder: string): Promise<Record<string, string>> {
  const root = join(dataFolder, 'files')
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  const found: Record<string, string> = {}
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    found[path.slice(root.length)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  }
  return found
}
