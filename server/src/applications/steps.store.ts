import type { AccountId, ApplicationId, ApplicationStep } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'

type NewStep = {
  readonly applicationId: ApplicationId
  readonly kind: ApplicationStep['kind']
  readonly reason?: string
  readonly accountId: AccountId | null
  readonly now: Date
}

export async function insertStep(tx: Tx, { applicationId, kind, reason = '', accountId, now }: NewStep): Promise<void> {
  await tx
    .insertInto('application_step')
    .values({ id: newId(), application_id: applicationId, kind, reason, account_id: accountId, at: now })
    .execute()
}

/** Oldest first, with who did it as colleagues know them. */
export async function listSteps(db: Db, id: ApplicationId) {
  const rows = await db
    .selectFrom('application_step')
    .leftJoin('account', 'account.id', 'application_step.account_id')
    .where('application_id', '=', id)
    .select([
      'kind',
      'reason',
      'at',
      sql<string>`coalesce(btrim(account.given_name || ' ' || account.family_name), '')`.as('by'),
    ])
    .orderBy('at')
    .orderBy('application_step.id')
    .execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export async function listOperatorIds(db: Db): Promise<AccountId[]> {
  return (await db.selectFrom('operator').select('account_id').execute()).map((row) => row.account_id)
}
