import type { AccountId, DataExportId, SessionId } from '@kolosok/contract'
import { type Selectable, sql } from 'kysely'
import { anyOf, type Db, type Schema, type Tx } from '#platform/db.ts'

export type ExportRow = Selectable<Schema['data_export']>

export const findExport = (db: Db, id: DataExportId): Promise<ExportRow | undefined> =>
  db.selectFrom('data_export').selectAll().where('id', '=', id).executeTakeFirst()

export const findLastExport = (db: Db, accountId: AccountId): Promise<ExportRow | undefined> =>
  db
    .selectFrom('data_export')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function countExports(db: Db, accountId: AccountId, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('data_export')
    .where('account_id', '=', accountId)
    .where('asked_at', '>', since)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whether it was taken down; not while another one waits. */
export async function insertExport(tx: Tx, row: { id: DataExportId; accountId: AccountId; at: Date }) {
  const inserted = await tx
    .insertInto('data_export')
    .values({ id: row.id, account_id: row.accountId, asked_at: row.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function endExport(db: Db, id: DataExportId, end: { state: 'ready' | 'failed'; at: Date; size: number }) {
  await db
    .updateTable('data_export')
    .set({ state: end.state, ended_at: end.at, size: end.size })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Whose week is over, and those that nobody has finished in a day. */
export async function endOldExports(db: Db, { offered, waiting }: { offered: Date; waiting: Date }): Promise<void> {
  await db
    .updateTable('data_export')
    .set({ state: 'over' })
    .where('state', '=', 'ready')
    .where('ended_at', '<', offered)
    .execute()
  await db
    .updateTable('data_export')
    .set({ state: 'failed' })
    .where('state', '=', 'waiting')
    .where('asked_at', '<', waiting)
    .execute()
}

export async function endLostExports(db: Db, ids: readonly DataExportId[]): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('data_export').set({ state: 'over' }).where('id', '=', anyOf(ids)).execute()
}

export async function listReady(db: Db): Promise<DataExportId[]> {
  const rows = await db.selectFrom('data_export').where('state', '=', 'ready').select('id').execute()
  return rows.map(({ id }) => id)
}

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

export async function countOldExports(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('data_export')
    .where('state', '=', 'ready')
    .where('ended_at', '<', before)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
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
