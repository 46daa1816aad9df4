import type { SessionId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

/** Which of these sessions are over. */
export async function listEnded(db: Db, sessionIds: readonly SessionId[]): Promise<SessionId[]> {
  const rows = await db
    .selectFrom('session')
    .where('id', '=', sql<SessionId>`any(${sessionIds}::uuid[])`)
    .where('ended_at', 'is not', null)
    .select('id')
    .execute()
  return rows.map((row) => row.id)
}
