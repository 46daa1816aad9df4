import type { AccountId, ChildId, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

export type LeftRow = {
  readonly id: ChildId
  readonly name: string
  readonly leftAt: Date
  readonly groupId: GroupId
  readonly groupName: string
  readonly isArchived: boolean
}

/** Those who have left, the last one first; after the one that is named. */
export function listLeft(
  db: Db,
  organizationId: OrganizationId,
  { after, limit }: { after: ChildId | undefined; limit: number },
): Promise<LeftRow[]> {
  return db
    .selectFrom('child')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('group_child')
          .innerJoin('group', 'group.id', 'group_child.group_id')
          .whereRef('group_child.child_id', '=', 'child.id')
          .orderBy('group_child.until_at', 'desc')
          .limit(1)
          .select((inner) => [
            'group.id as groupId',
            'group.name as groupName',
            inner('group.archived_at', 'is not', null).$castTo<boolean>().as('isArchived'),
          ])
          .as('last'),
      (join) => join.onTrue(),
    )
    .where('child.organization_id', '=', organizationId)
    .where('child.left_at', 'is not', null)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(child.left_at, child.id) < (select left_at, id from child where id = ${after ?? null})`,
      ),
    )
    .select(['child.id', 'child.name', 'child.left_at as leftAt', 'last.groupId', 'last.groupName', 'last.isArchived'])
    .orderBy('child.left_at', 'desc')
    .orderBy('child.id', 'desc')
    .limit(limit)
    .$narrowType<{ leftAt: Date }>()
    .execute()
}

export async function updateToHere(tx: Tx, id: ChildId): Promise<void> {
  await tx.updateTable('child').where('id', '=', id).set({ left_at: null }).execute()
}

export type FormerGuardian = {
  readonly membershipId: MembershipId
  readonly accountId: AccountId
  readonly label: string
  readonly isLimited: boolean
}

/** Whose membership ended when the child left. Whoever was taken away from the child holds no guardianship. */
export function listFormerGuardians(db: Db, childId: ChildId): Promise<FormerGuardian[]> {
  return db
    .selectFrom('guardianship')
    .innerJoin('membership', 'membership.id', 'guardianship.membership_id')
    .where('guardianship.child_id', '=', childId)
    .where('guardianship.until_at', 'is', null)
    .where('membership.ended_at', 'is not', null)
    .select([
      'membership.id as membershipId',
      'membership.account_id as accountId',
      'guardianship.label',
      'guardianship.is_limited as isLimited',
    ])
    .execute()
}

/** False when it had ended before. */
export async function endGuardianship(
  tx: Tx,
  { childId, membershipId }: { childId: ChildId; membershipId: MembershipId },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('guardianship')
    .where('child_id', '=', childId)
    .where('membership_id', '=', membershipId)
    .where('until_at', 'is', null)
    .set({ until_at: sql<Date>`clock_timestamp()` })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ever: removing somebody once more is a retry, not a mistake. */
export async function hasBeenGuardian(
  db: Db,
  { childId, membershipId }: { childId: ChildId; membershipId: MembershipId },
): Promise<boolean> {
  const row = await db
    .selectFrom('guardianship')
    .where('child_id', '=', childId)
    .where('membership_id', '=', membershipId)
    .select('child_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
