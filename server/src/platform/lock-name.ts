import { runSql, type Tx } from './db.ts'

/**
 * Of all who lock this name, one goes at a time, until its transaction ends: for what has no row to lock, or none yet.
 * Named `what:whose`.
 */
export async function lockName(tx: Tx, name: string): Promise<void> {
  await runSql(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
}
