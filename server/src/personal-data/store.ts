import type { AccountId, SessionId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

export type Owner = {
  readonly givenName: string
  readonly patronymic: string
  readonly familyName: string
  readonly isMember: boolean
  readonly isOperator: boolean
}

/** `lock`: nobody changes the account, nor does it come to belong anywhere, until the transaction ends. */
export async function findOwnerOfData(db: Db, accountId: AccountId, { lock = false } = {}): Promise<Owner | undefined> {
  const account = await db
    .selectFrom('account')
    .where('id', '=', accountId)
    .select(['given_name as givenName', 'patronymic', 'family_name as familyName'])
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!account) return undefined
  const { rows } = await sql<{ isMember: boolean; isOperator: boolean; isGone: boolean }>`
    select exists (select from membership where account_id = ${accountId} and ended_at is null) as "isMember",
      exists (select from operator where account_id = ${accountId}) as "isOperator",
      exists (select from account_deletion where account_id = ${accountId}) as "isGone"`.execute(db)
  const [facts] = rows
  return facts && !facts.isGone ? { ...account, isMember: facts.isMember, isOperator: facts.isOperator } : undefined
}

export async function listSessions(tx: Tx, accountId: AccountId): Promise<SessionId[]> {
  const rows = await tx.selectFrom('session').where('account_id', '=', accountId).select('id').execute()
  return rows.map(({ id }) => id)
}

/** Acts are numbered one after another. */
export async function nextActNumber(tx: Tx): Promise<number> {
  await sql`lock table account_deletion in exclusive mode`.execute(tx)
  const { last } = await tx
    .selectFrom('account_deletion')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return ((last as number | null) ?? 0) + 1
}

type Act = { number: number; accountId: AccountId; at: Date; tokenHash: Buffer; act: Buffer }

export async function insertDeletion(tx: Tx, { number, accountId, at, tokenHash, act }: Act): Promise<void> {
  await tx
    .insertInto('account_deletion')
    .values({ number, account_id: accountId, at, token_hash: tokenHash, act })
    .execute()
}

export const findAct = (db: Db, tokenHash: Buffer) =>
  db
    .selectFrom('account_deletion')
    .where('token_hash', '=', tokenHash)
    .where('act', 'is not', null)
    .select(['number', 'act'])
    .executeTakeFirst()

export async function dropActs(db: Db, before: Date): Promise<void> {
  await db
    .updateTable('account_deletion')
    .set({ act: null })
    .where('act', 'is not', null)
    .where('at', '<', before)
    .execute()
}

export async function countOldActs(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('account_deletion')
    .where('act', 'is not', null)
    .where('at', '<', before)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
