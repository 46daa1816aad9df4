import type { AccountId, OrganizationId, TicketDesk } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'
import { runSql } from '#platform/db.ts'
import { nameOf } from './store.ts'

type Worker = { readonly accountId: AccountId; readonly name: string; readonly email: string | null }

/** Who works at a desk: the administrators of the organization, or the operators. */
export function listWorkers(db: Db, desk: TicketDesk, organizationId: OrganizationId | null): Promise<Worker[]> {
  const who =
    desk === 'platform'
      ? 'select account_id from operator'
      : `select account_id from membership where organization_id = $1 and is_admin and ended_at is null`
  return runSql<Worker>(
    db,
    `select a.id as "accountId", ${nameOf('a.id', '$1::uuid')} as name, a.email
     from account a where a.id in (${who}) order by 2, 1`,
    [organizationId],
  )
}

export async function isAdmin(db: Db, accountId: AccountId, organizationId: OrganizationId | null): Promise<boolean> {
  if (organizationId === null) return false
  const row = await db
    .selectFrom('membership')
    .where('account_id', '=', accountId)
    .where('organization_id', '=', organizationId)
    .where('is_admin', '=', true)
    .where('ended_at', 'is', null)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
