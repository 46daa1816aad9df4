import pg from 'pg'
import { StartProblem } from '../start-problem.ts'
import type { Database } from './embedded.ts'

const OLDEST = 15

/** A PostgreSQL that somebody else runs: used as it is, once it proves fit. */
export async function connectOwn(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartProblem(`База данных из DATABASE_URL не отвечает (${reason}). Проверьте адрес, имя и пароль.`)
  })
  try {
    await checkFit(client)
  } finally {
    await client.end()
  }
  return { url, isRunning: () => true, stop: () => Promise.resolve() }
}

async function checkFit(client: pg.Client): Promise<void> {
  const version = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  )
  const major = version.rows[0]?.major ?? 0
  if (major < OLDEST) {
    throw new StartProblem(`В DATABASE_URL PostgreSQL ${String(major)}, а нужна ${String(OLDEST)} или новее.`)
  }
  await client.query('create extension if not exists pg_trgm').catch(() => {
    throw new StartProblem(
      'В базе из DATABASE_URL нет расширения pg_trgm. Выполните в ней от имени администратора: CREATE EXTENSION pg_trgm',
    )
  })
  const { rows } = await client.query<{ found: number }>(`select cardinality(show_trgm('Собрание')) as found`)
  if ((rows[0]?.found ?? 0) > 0) return
  throw new StartProblem(
    'База из DATABASE_URL не различает русские буквы, поиск работать не будет. Создайте её заново: ' +
      `CREATE DATABASE kolosok TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'ru'`,
  )
}
