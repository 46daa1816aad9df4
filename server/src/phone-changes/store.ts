import type { AccountId, OrganizationId, PersonalCodeId, PhoneChangeId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'
import type { PhoneChangeFacts } from './policy.ts'

export type PhoneChangeRow = {
  readonly id: PhoneChangeId
  readonly accountId: AccountId
  readonly oldPhone: string | null
  readonly newPhone: string
  readonly requestedBy: AccountId
  readonly state: PhoneChangeFacts['state']
  readonly takesEffectAt: Date | null
}

const columns = [
  'id',
  'account_id as accountId',
  'old_phone as oldPhone',
  'new_phone as newPhone',
  'requested_by as requestedBy',
  'state',
  'takes_effect_at as takesEffectAt',
] as const

/** Locked: decisions, the person's «Это не я» and the coming into effect go one after another. */
export const lockPhoneChange = (tx: Tx, id: PhoneChangeId): Promise<PhoneChangeRow | undefined> =>
  tx.selectFrom('phone_change').where('id', '=', id).select(columns).forUpdate().executeTakeFirst()

export const lockByCode = (tx: Tx, id: PersonalCodeId): Promise<PhoneChangeRow | undefined> =>
  tx.selectFrom('phone_change').where('personal_code_id', '=', id).select(columns).forUpdate().executeTakeFirst()

type NewPhoneChange = Omit<PhoneChangeRow, 'state' | 'takesEffectAt'> & { readonly now: Date }

/** False when one of this account waits already, or the id is taken. */
export async function insertPhoneChange(tx: Tx, { id, now, ...change }: NewPhoneChange): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('phone_change')
    .values({
      id,
      account_id: change.accountId,
      old_phone: change.oldPhone,
      new_phone: change.newPhone,
      requested_by: change.requestedBy,
      requested_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

type Progress = {
  readonly state: PhoneChangeFacts['state']
  readonly takesEffectAt?: Date
  readonly personalCodeId?: PersonalCodeId | null
  readonly endedAt?: Date
}

export async function updatePhoneChange(tx: Tx, id: PhoneChangeId, progress: Progress): Promise<void> {
  const { state, takesEffectAt, personalCodeId, endedAt } = progress
  await tx
    .updateTable('phone_change')
    .where('id', '=', id)
    .set({
      state,
      ...(takesEffectAt && { takes_effect_at: takesEffectAt }),
      ...(personalCodeId !== undefined && { personal_code_id: personalCodeId }),
      ...(endedAt && { ended_at: endedAt }),
    })
    .execute()
}

export async function insertAgreement(
  tx: Tx,
  given: { id: PhoneChangeId; organizationId: OrganizationId; accountId: AccountId; now: Date },
): Promise<void> {
  await tx
    .insertInto('phone_change_agreement')
    .values({
      phone_change_id: given.id,
      organization_id: given.organizationId,
      account_id: given.accountId,
      at: given.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Where an account belongs now, and whether that organization has agreed. */
export function listPlaces(
  db: Db,
  { accountId, id }: Pick<PhoneChangeRow, 'accountId' | 'id'>,
): Promise<{ organizationId: OrganizationId; hasAgreed: boolean }[]> {
  return db
    .selectFrom('membership')
    .leftJoin('phone_change_agreement as agreement', (join) =>
      join
        .onRef('agreement.organization_id', '=', 'membership.organization_id')
        .on('agreement.phone_change_id', '=', id),
    )
    .where('membership.account_id', '=', accountId)
    .where('membership.ended_at', 'is', null)
    .distinct()
    .select([
      'membership.organization_id as organizationId',
      sql<boolean>`agreement.phone_change_id is not null`.as('hasAgreed'),
    ])
    .execute()
}

export async function isOperator(db: Db, accountId: AccountId): Promise<boolean> {
  const row = await db
    .selectFrom('operator')
    .where('account_id', '=', accountId)
    .select('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Admins and heads of these organizations, and with nobody else to ask the operators. */
export async function listDeciders(db: Db, organizationIds: readonly OrganizationId[]): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('membership')
    .where('organization_id', '=', sql<OrganizationId>`any(${organizationIds}::uuid[])`)
    .where('ended_at', 'is', null)
    .where((own) => own.or([own('is_admin', '=', true), own('is_head', '=', true)]))
    .select('account_id')
    .union(db.selectFrom('operator').select('account_id'))
    .execute()
  return rows.map(({ account_id }) => account_id)
}

export async function findEmail(db: Db, accountId: AccountId): Promise<string | null> {
  const row = await db.selectFrom('account').where('id', '=', accountId).select('email').executeTakeFirst()
  return row?.email ?? null
}

/** The owner has changed the number otherwise: what waited is over. */
export async function stopOpenChange(tx: Tx, accountId: AccountId, now: Date): Promise<void> {
  await tx
    .updateTable('phone_change')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .set({ state: 'stopped', ended_at: now })
    .execute()
}
