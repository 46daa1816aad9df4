import pg from 'pg'
import { migrate } from '#platform/migrate.ts'

/** Migrated once per run; every test file's database is a copy of it. */
export async function createTemplate(postgresUrl: string): Promise<void> {
  const url = new URL(postgresUrl)
  const client = new pg.Client({ connectionString: url.href.replace('/?', '/postgres?') })
  await client.connect()
  await client.query('create database template_kolosok')
  await client.end()
  url.pathname = '/template_kolosok'
  await migrate(url.href)
}
