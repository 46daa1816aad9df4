import type { AccountId, GroupId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

/** The groups of somebody's children, but those where they are limited to the child: they have no part in the group. */
export async function listFamilyGroups(db: Db, accountId: AccountId): Promise<ReadonlySet<GroupId>> {
  const rows = await runSql<{ groupId: GroupId }>(
    db,
    `select distinct gc.group_id as "groupId"
     from membership m
     join guardianship gs on gs.membership_id = m.id and gs.until_at is null and not gs.is_limited
     join group_child gc on gc.child_id = gs.child_id and gc.until_at is null
     where m.account_id = $1 and m.ended_at is null`,
    [accountId],
  )
  return new Set(rows.map(({ groupId }) => groupId))
}
