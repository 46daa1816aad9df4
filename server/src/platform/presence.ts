import pg from 'pg'
import { advisoryLocks } from './advisory-locks.ts'

const { working: WORKING } = advisoryLocks

/** How servers on one database know of each other: each holds a lock for as long as its connection lives. */
export function createPresence(databaseUrl: string) {
  let client: pg.Client | undefined

  /** Counts this server among the living; `onAlone` runs first when there is no other. */
  async function announce(onAlone: () => Promise<void>): Promise<void> {
    await end()
    client = new pg.Client({ connectionString: databaseUrl })
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ isAlone: boolean }>(
      `select pg_try_advisory_lock(${String(WORKING)}) as "isAlone"`,
    )
    const isAlone = rows[0]?.isAlone === true
    try {
      if (isAlone) await onAlone()
      await client.query(`select pg_advisory_lock_shared(${String(WORKING)})`)
    } finally {
      if (isAlone) await client.query(`select pg_advisory_unlock(${String(WORKING)})`)
    }
  }

  async function end(): Promise<void> {
    const last = client
    client = undefined
    await last?.end().catch(() => undefined) // The database has gone first.
  }

  return { announce, end }
}
