import pg from 'pg'
import { shipArticles } from '#articles/index.ts'
import { connectDb } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'

/** As after a first start, once per run; every test file's database is a copy of it. */
export async function createTemplate(postgresUrl: string): Promise<void> {
  const url = new URL(postgresUrl)
  const client = new pg.Client({ connectionString: url.href.replace('/?', '/postgres?') })
  await client.connect()
  await client.query('create database template_kolosok')
  await client.end()
  url.pathname = '/template_kolosok'
  await migrate(url.href)
  const db = connectDb(url.href, 1)
  await shipArticles(db)
  await db.destroy()
}
