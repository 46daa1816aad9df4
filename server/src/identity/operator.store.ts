import type { AccountId, Operator } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

/** Those who are, longest-standing first, then those who are awaited. */
export async function listOperators(db: Db): Promise<Operator[]> {
  const here = await db
    .selectFrom('operator')
    .innerJoin('account', 'account.id', 'operator.account_id')
    .orderBy('operator.added_at')
    .orderBy('account.id')
    .select([
      'account.id as accountId',
      sql<string>`trim(concat_ws(' ', nullif(family_name, ''), nullif(given_name, ''), nullif(patronymic, '')))`.as(
        'name',
      ),
      sql<string | null>`coalesce(phone, unverified_phone)`.as('phone'),
      'operator.added_at as addedAt',
    ])
    .execute()
  const awaited = await db
    .selectFrom('awaited_operator')
    .orderBy('added_at')
    .select(['phone', 'name', 'added_at as addedAt'])
    .execute()
  return [...here, ...awaited.map((row) => ({ ...row, accountId: null }))].map((row) => ({
    ...row,
    addedAt: row.addedAt.toISOString(),
  }))
}

/** Locks the list: two who remove each other at once must not leave nobody. */
export async function lockOperators(tx: Tx): Promise<AccountId[]> {
  const rows = await tx
    .selectFrom('operator')
    .select('account_id')
    .orderBy('added_at')
    .orderBy('account_id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.account_id)
}

export async function insertOperator(tx: Tx, accountId: AccountId, addedBy: AccountId | null): Promise<boolean> {
  const [result] = await tx
    .insertInto('operator')
    .values({ account_id: accountId, added_by: addedBy })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (result?.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function deleteOperator(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.deleteFrom('operator').where('account_id', '=', accountId).execute()
}

export async function insertAwaited(tx: Tx, phone: string, name: string, addedBy: AccountId): Promise<void> {
  await tx
    .insertInto('awaited_operator')
    .values({ phone, name, added_by: addedBy })
    .onConflict((conflict) => conflict.column('phone').doUpdateSet({ name }))
    .execute()
}

/** Whether somebody was awaited under this number. */
export async function deleteAwaited(tx: Tx, phone: string): Promise<boolean> {
  const [result] = await tx.deleteFrom('awaited_operator').where('phone', '=', phone).execute()
  return (result?.numDeletedRows ?? 0n) > 0n
}

/** Makes an operator of whoever has just proven a number that operators wait for. */
export async function admitAwaitedOperator(tx: Tx, accountId: AccountId, phone: string): Promise<boolean> {
  const awaited = await tx.deleteFrom('awaited_operator').where('phone', '=', phone).returningAll().executeTakeFirst()
  if (!awaited) return false
  await insertOperator(tx, accountId, awaited.added_by)
  await tx
    .updateTable('account')
    .set({ given_name: awaited.name })
    .where('id', '=', accountId)
    .where('given_name', '=', '')
    .execute()
  return true
}

export async function insertLink(tx: Tx, tokenHash: Buffer, createdAt: Date, expiresAt: Date): Promise<void> {
  await tx
    .insertInto('operator_link')
    .values({ token_hash: tokenHash, created_at: createdAt, expires_at: expiresAt })
    .execute()
}

/** Whether the link was there to be used; used it is from now on. */
export async function useLink(tx: Tx, tokenHash: Buffer, now: Date): Promise<boolean> {
  const [result] = await tx
    .updateTable('operator_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  return (result?.numUpdatedRows ?? 0n) > 0n
}

/** A new link replaces those not used yet. */
export async function deleteOpenLinks(tx: Tx): Promise<void> {
  await tx.deleteFrom('operator_link').where('used_at', 'is', null).execute()
}
