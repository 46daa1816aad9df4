import { sql } from 'kysely'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db.ts'

/** The open session of a token, with what every request needs to know of its account. */
export async function findSession(db: Db, tokenHash: Buffer): Promise<Actor | undefined> {
  return db
    .selectFrom('session')
    .leftJoin('operator', 'operator.account_id', 'session.account_id')
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .select([
      'session.account_id as accountId',
      'session.id as sessionId',
      sql<boolean>`operator.account_id is not null`.as('isOperator'),
    ])
    .executeTakeFirst()
}
