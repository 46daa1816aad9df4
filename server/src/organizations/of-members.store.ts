import type { OrganizationId } from '@kolosok/contract'
import { type Expression, type SqlBool, sql } from 'kysely'

/**
 * Of a query over a tie (`membership_id`): whose it is has not left. The members are found once for all rows, whatever the
 * database believes of how many there are: that is why this is no join.
 */
export const isOfMembers = (
  organizationId: OrganizationId,
): Expression<SqlBool> => sql<SqlBool>`coalesce(membership_id in (
  select id from membership where organization_id = ${organizationId} and ended_at is null), false)`
