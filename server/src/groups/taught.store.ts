import type { AccountId, GroupId, OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

/** Which groups somebody teaches here, confirmed: those they may act for. */
export function listTaught(
  db: Db,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<{ id: GroupId; name: string }[]> {
  return runSql(
    db,
    `select distinct g.id, g.name, g.place from membership m
     join teaching t on t.membership_id = m.id
     join "group" g on g.id = t.group_id and g.archived_at is null
     where m.account_id = $1 and m.organization_id = $2 and m.ended_at is null and m.confirmed_at is not null
     order by g.place, g.name`,
    [accountId, organizationId],
  )
}
