import { sql } from 'kysely'
import type { Db } from '../src/platform/db.ts'

/** Until somebody stands before a lock that the test holds. */
export async function waitsForLock(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`.execute(db)
    if ((rows[0]?.n ?? 0) > 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
