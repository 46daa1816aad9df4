import type { AccountId, SessionId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/db.ts'

/** The open session of a token, with what every request needs to know of its account. */
export async function findSession(db: Db, tokenHash: Buffer): Promise<{ actor: Actor; usedAt: Date } | undefined> {
  const row = await db
    .selectFrom('session')
    .leftJoin('operator', 'operator.account_id', 'session.account_id')
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .select([
      'session.account_id as accountId',
      'session.id as sessionId',
      'session.used_at as usedAt',
      sql<boolean>`operator.account_id is not null`.as('isOperator'),
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const { usedAt, ...actor } = row
  return { actor, usedAt }
}

type NewSession = {
  readonly id: SessionId
  readonly tokenHash: Buffer
  readonly accountId: AccountId
  readonly userAgent: string
  readonly address: string
  readonly now: Date
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      device: session.userAgent.slice(0, 400),
      address: session.address,
      created_at: session.now,
      used_at: session.now,
    })
    .execute()
}

/** Last use, of the session and its account, in one statement and without anybody waiting for it. */
export async function touchSession(db: Db, actor: Actor, address: string, now: Date): Promise<void> {
  await sql`
    with touched as (update session set used_at = ${now}, address = coalesce(nullif(${address}, ''), address) where id = ${actor.sessionId})
    update account set used_at = ${now} where id = ${actor.accountId}`.execute(db)
}

export async function listOpenSessions(db: Db, accountId: AccountId) {
  return db
    .selectFrom('session')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('used_at', 'desc')
    .limit(100)
    .select(['id', 'device', 'address', 'created_at', 'used_at'])
    .execute()
}

/** Where these accounts have been used from, in sessions open or ended. */
export async function listAddresses(db: Db, accountIds: readonly AccountId[]): Promise<string[]> {
  if (accountIds.length === 0) return []
  const rows = await db
    .selectFrom('session')
    .where('account_id', 'in', accountIds)
    .where('address', '<>', '')
    .distinct()
    .limit(1000)
    .select('address')
    .execute()
  return rows.map(({ address }) => address)
}

/** Ends these sessions of the account; returns those that were open. */
export async function endSessions(
  tx: Tx,
  accountId: AccountId,
  which: { only: SessionId } | { allBut: SessionId },
  now: Date,
): Promise<SessionId[]> {
  const ended = await tx
    .updateTable('session')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where((session) => ('only' in which ? session('id', '=', which.only) : session('id', '<>', which.allBut)))
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}
