import type { AccountId, OrganizationId } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'

/** In SQL: whether the organization of this id, a column of the query, is closed. */
export const isClosedIn = (organizationId: string) =>
  `exists (select from organization o where o.id = ${organizationId} and o.closed_at is not null)`

/** Where somebody belongs and nothing changes any more. */
export async function listClosedOf(db: Db, accountId: AccountId): Promise<OrganizationId[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .where('membership.account_id', '=', accountId)
    .where('membership.ended_at', 'is', null)
    .where('organization.closed_at', 'is not', null)
    .select('organization.id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}
