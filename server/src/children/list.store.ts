import type { ChildId, GroupId, Guardian, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

export type NamedChild = { readonly id: ChildId; readonly name: string }

/** In the group now, by name. */
export function listChildrenOf(db: Db, groupId: GroupId): Promise<NamedChild[]> {
  return db
    .selectFrom('group_child')
    .innerJoin('child', 'child.id', 'group_child.child_id')
    .where('group_child.group_id', '=', groupId)
    .where('group_child.until_at', 'is', null)
    .select(['child.id', 'child.name'])
    .orderBy('child.name')
    .orderBy('child.id')
    .execute()
}

/** Whose these ids are already: a retry finds its own children here. */
export function listOwners(
  db: Db,
  ids: readonly ChildId[],
): Promise<{ id: ChildId; organizationId: OrganizationId; name: string }[]> {
  return db
    .selectFrom('child')
    .where('id', '=', sql<ChildId>`any(${ids})`)
    .select(['id', 'organization_id as organizationId', 'name'])
    .execute()
}

export function listGroupsOf(
  db: Db,
  ids: readonly ChildId[],
): Promise<{ childId: ChildId; id: GroupId; name: string; fromAt: Date }[]> {
  return db
    .selectFrom('group_child')
    .innerJoin('group', 'group.id', 'group_child.group_id')
    .where('group_child.child_id', '=', sql<ChildId>`any(${ids})`)
    .where('group_child.until_at', 'is', null)
    .select(['group_child.child_id as childId', 'group.id', 'group.name', 'group_child.from_at as fromAt'])
    .orderBy('group_child.from_at')
    .execute()
}

/** Those who have joined, in the order they did. */
export function listGuardiansOf(db: Db, ids: readonly ChildId[]): Promise<(Guardian & { childId: ChildId })[]> {
  return db
    .selectFrom('guardianship')
    .innerJoin('membership', 'membership.id', 'guardianship.membership_id')
    .innerJoin('person', 'person.membership_id', 'membership.id')
    .where('guardianship.child_id', '=', sql<ChildId>`any(${ids})`)
    .where('guardianship.until_at', 'is', null)
    .where('membership.ended_at', 'is', null)
    .select([
      'guardianship.child_id as childId',
      'person.account_id as accountId',
      'person.membership_id as membershipId',
      'person.role',
      'person.name',
      // The label that belongs to this very child, where there are several.
      'guardianship.label',
      'person.is_confirmed as isConfirmed',
      'guardianship.is_limited as isLimited',
    ])
    .orderBy('guardianship.from_at')
    .execute()
}
