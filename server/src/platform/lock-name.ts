import { runSql, type Tx } from './db.ts'

// As two integers: a key space of its own, where no name, whoever chose it, meets one of the fixed numbers.
const KEY = '(hash >> 32)::integer, ((hash << 32) >> 32)::integer'
const named = (lock: string) => `select ${lock}(${KEY}) from hashtextextended($1, 0) as hash`

/**
 * Of all who lock this name, one goes at a time, until its transaction ends: for what has no row to lock, or none yet.
 * Named `what:whose`.
 */
export async function lockName(tx: Tx, name: string): Promise<void> {
  await runSql(tx, named('pg_advisory_xact_lock'), [name])
}

/** Many may hold it so at once; whoever locks it waits for all of them. */
export async function shareName(tx: Tx, name: string): Promise<void> {
  await runSql(tx, named('pg_advisory_xact_lock_shared'), [name])
}
