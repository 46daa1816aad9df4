import type { AccountId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export function findFeed(db: Db, accountId: AccountId) {
  return db
    .selectFrom('calendar_feed')
    .where('account_id', '=', accountId)
    .select(['made_at as madeAt', 'read_at as readAt'])
    .executeTakeFirst()
}

export async function replaceFeed(tx: Tx, accountId: AccountId, tokenHash: Buffer, madeAt: Date): Promise<void> {
  await runSql(
    tx,
    `insert into calendar_feed (account_id, token_hash, made_at) values ($1, $2, $3)
     on conflict (account_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at, read_at = null`,
    [accountId, tokenHash, madeAt],
  )
}

export async function deleteFeed(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.deleteFrom('calendar_feed').where('account_id', '=', accountId).execute()
}

export async function findFeedOwner(db: Db, tokenHash: Buffer): Promise<AccountId | undefined> {
  const row = await db
    .selectFrom('calendar_feed')
    .where('token_hash', '=', tokenHash)
    .select('account_id')
    .executeTakeFirst()
  return row?.account_id
}

/** Once an hour is often enough to know that it is in use. */
export async function updateRead(db: Db, accountId: AccountId, now: Date): Promise<void> {
  await runSql(
    db,
    `update calendar_feed set read_at = $2
     where account_id = $1 and (read_at is null or read_at < $2::timestamptz - interval '1 hour')`,
    [accountId, now],
  )
}
