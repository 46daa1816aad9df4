import type { AccountId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

/** Requests that wait for this account's decision, where there are any. The roles are those of `confirmationPolicy`. */
export function countToDecide(
  db: Db,
  accountId: AccountId,
): Promise<{ organizationId: OrganizationId; count: number }[]> {
  return db
    .selectFrom('confirmation')
    .innerJoin('membership', 'membership.id', 'confirmation.membership_id')
    .where('confirmation.state', '=', 'requested')
    .where('membership.ended_at', 'is', null)
    .where('membership.account_id', '<>', accountId)
    .where('confirmation.organization_id', 'in', (eb) =>
      eb
        .selectFrom('membership as own')
        .where('own.account_id', '=', accountId)
        .where('own.ended_at', 'is', null)
        .where((where) => where.or([where('own.is_admin', '=', true), where('own.role', '=', 'management')]))
        .select('own.organization_id'),
    )
    .groupBy('confirmation.organization_id')
    .select(['confirmation.organization_id as organizationId', sql<number>`count(*)::int`.as('count')])
    .execute()
}
