import type { AccountId, Me } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import { newId } from '#platform/new-id.ts'

export async function getMe(db: Db, id: AccountId): Promise<Me> {
  const row = await db
    .selectFrom('account')
    .leftJoin('operator', 'operator.account_id', 'account.id')
    .where('account.id', '=', id)
    .select([
      'account.id as accountId',
      'given_name as givenName',
      'patronymic',
      'family_name as familyName',
      'phone as provenPhone',
      'unverified_phone as typedPhone',
      'email',
      'operator.account_id as operatorId',
    ])
    .executeTakeFirstOrThrow()
  const { provenPhone, typedPhone, operatorId, ...rest } = row
  const phoneChange = await findOwnPhoneChange(db, id)
  return {
    ...rest,
    phone: provenPhone ?? typedPhone,
    isPhoneVerified: provenPhone !== null,
    isOperator: operatorId !== null,
    phoneChange,
  }
}

/** The one that waits, or what became of the last one for a day. */
async function findOwnPhoneChange(db: Db, id: AccountId): Promise<Me['phoneChange']> {
  const row = await db
    .selectFrom('phone_change')
    .where('account_id', '=', id)
    .where('state', '<>', 'stopped')
    .where((change) =>
      change.or([change('ended_at', 'is', null), change('ended_at', '>', sql<Date>`now() - interval '1 day'`)]),
    )
    .select([
      'id',
      sql<NonNullable<Me['phoneChange']>['state']>`state`.as('state'),
      'new_phone as newPhone',
      sql<boolean>`requested_by = account_id`.as('isByOwner'),
      'takes_effect_at',
    ])
    .orderBy('requested_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { takes_effect_at, ...change } = row
  return { ...change, takesEffectAt: takes_effect_at?.toISOString() ?? null }
}

export type AccountNames = {
  givenName?: string | undefined
  patronymic?: string | undefined
  familyName?: string | undefined
}

export async function updateNames(tx: Tx, id: AccountId, names: AccountNames): Promise<void> {
  await tx
    .updateTable('account')
    .set((account) => ({
      given_name: names.givenName ?? account.ref('given_name'),
      patronymic: names.patronymic ?? account.ref('patronymic'),
      family_name: names.familyName ?? account.ref('family_name'),
    }))
    .where('id', '=', id)
    .execute()
}

export type KnownAccount = {
  readonly id: AccountId
  readonly phone: string | null
  readonly unverifiedPhone: string | null
  readonly email: string | null
  readonly usedAt: Date
}

const known = ['id', 'phone', 'unverified_phone as unverifiedPhone', 'email', 'used_at as usedAt'] as const

/** Those who use one number at the same moment go one after another, whether it has an account yet or not. */
export async function lockPhone(tx: Tx, phone: string): Promise<void> {
  await lockName(tx, `phone:${phone}`)
}

/** Whose proven number this is. */
export const findOwner = (db: Db, phone: string): Promise<KnownAccount | undefined> =>
  db.selectFrom('account').where('phone', '=', phone).select(known).executeTakeFirst()

/** Who uses this number without having proven it. */
export const listTypists = (db: Db, phone: string): Promise<KnownAccount[]> =>
  db.selectFrom('account').where('unverified_phone', '=', phone).orderBy('created_at').select(known).execute()

export const listByEmail = (db: Db, email: string): Promise<KnownAccount[]> =>
  db.selectFrom('account').where('email', '=', email).orderBy('created_at').select(known).execute()

export const findAccount = (db: Db, id: AccountId): Promise<KnownAccount | undefined> =>
  db.selectFrom('account').where('id', '=', id).select(known).executeTakeFirst()

type NewAccount = { phone?: string; unverifiedPhone?: string; email?: string | null; givenName?: string }

export async function insertAccount(tx: Tx, now: Date, account: NewAccount): Promise<AccountId> {
  const id = newId<AccountId>()
  await tx
    .insertInto('account')
    .values({
      id,
      phone: account.phone ?? null,
      unverified_phone: account.unverifiedPhone ?? null,
      email: account.email ?? null,
      given_name: account.givenName ?? '',
      created_at: now,
      used_at: now,
    })
    .execute()
  return id
}

/** The number is this account's from now on; whoever had it before or merely typed it has none. */
export async function takePhone(tx: Tx, id: AccountId, phone: string): Promise<AccountId[]> {
  const losers = await tx
    .updateTable('account')
    .set({ phone: null, unverified_phone: null })
    .where((account) => account.or([account('phone', '=', phone), account('unverified_phone', '=', phone)]))
    .where('id', '<>', id)
    .returning('id')
    .execute()
  await tx.updateTable('account').set({ phone, unverified_phone: null }).where('id', '=', id).execute()
  return losers.map((loser) => loser.id)
}

export async function updateUnverifiedPhone(tx: Tx, id: AccountId, phone: string): Promise<void> {
  await tx.updateTable('account').set({ unverified_phone: phone }).where('id', '=', id).execute()
}

export async function updateUsedAt(tx: Tx, id: AccountId, now: Date): Promise<void> {
  await tx.updateTable('account').set({ used_at: now }).where('id', '=', id).execute()
}
