import type { ChildId, GroupId } from '@kolosok/contract'
import { anyOf, type Db } from '#platform/db.ts'

/** Who is in these groups now, by name; whoever is in two of them is in both. */
export function listChildrenOf(db: Db, groupIds: readonly GroupId[]): Promise<{ groupId: GroupId; id: ChildId }[]> {
  return db
    .selectFrom('group_child')
    .innerJoin('child', 'child.id', 'group_child.child_id')
    .where('group_child.group_id', '=', anyOf(groupIds))
    .where('group_child.until_at', 'is', null)
    .select(['group_child.group_id as groupId', 'child.id'])
    .orderBy('child.name')
    .orderBy('child.id')
    .execute()
}
