import type { AccountId, ChildId, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { ChildFacts, ChildTie } from './policy.ts'

export type FoundChild = ChildFacts & {
  readonly id: ChildId
  readonly organizationId: OrganizationId
  readonly name: string
  /** Where the child is now. */
  readonly groupIds: readonly GroupId[]
}

/** Undefined when there is no such child. */
export function findChildFacts(db: Db, childId: ChildId, accountId: AccountId): Promise<FoundChild | undefined> {
  return db
    .selectFrom('child')
    .where('child.id', '=', childId)
    .select((eb) => [
      'child.id',
      'child.organization_id as organizationId',
      'child.name',
      eb('child.left_at', 'is not', null).$castTo<boolean>().as('hasLeft'),
      sql<GroupId[]>`array(${eb
        .selectFrom('group_child')
        .whereRef('group_child.child_id', '=', 'child.id')
        .where('until_at', 'is', null)
        .select('group_child.group_id')})`.as('groupIds'),
      sql<OrganizationRole[]>`organization_roles(child.organization_id, ${accountId})`.as('roles'),
      sql<ChildTie[]>`array(${eb
        .selectFrom('group_child')
        // Of this group, before anything else: not of everybody who teaches anywhere.
        .innerJoinLateral(
          (inner) =>
            inner
              .selectFrom('teaching')
              .whereRef('teaching.group_id', '=', 'group_child.group_id')
              .select('teaching.membership_id')
              .offset(0)
              .as('taught'),
          (join) => join.onTrue(),
        )
        .innerJoin('membership', 'membership.id', 'taught.membership_id')
        .whereRef('group_child.child_id', '=', 'child.id')
        .where('group_child.until_at', 'is', null)
        .where('membership.account_id', '=', accountId)
        .where('membership.ended_at', 'is', null)
        .where('membership.confirmed_at', 'is not', null)
        .select(sql<ChildTie>`'teacher'`.as('tie'))
        .union(
          eb
            .selectFrom('guardianship')
            .innerJoin('membership', 'membership.id', 'guardianship.membership_id')
            .whereRef('guardianship.child_id', '=', 'child.id')
            .where('guardianship.until_at', 'is', null)
            .where('membership.account_id', '=', accountId)
            .where('membership.ended_at', 'is', null)
            .select(sql<ChildTie>`'guardian'`.as('tie')),
        )})`.as('ties'),
    ])
    .executeTakeFirst()
}

/** Once per child and membership at a time; a new label replaces the old one unless it is empty. */
export async function upsertGuardianship(
  tx: Tx,
  given: { childId: ChildId; membershipId: MembershipId; label: string; isLimited?: boolean },
): Promise<void> {
  await tx
    .insertInto('guardianship')
    .values({
      child_id: given.childId,
      membership_id: given.membershipId,
      label: given.label,
      is_limited: given.isLimited ?? false,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['child_id', 'membership_id'])
        .where('until_at', 'is', null)
        .doUpdateSet({ label: sql`coalesce(nullif(excluded.label, ''), guardianship.label)` }),
    )
    .execute()
}

/** Once per child and group at a time. */
export async function insertBelongings(
  tx: Tx,
  given: readonly { childId: ChildId; groupId: GroupId }[],
): Promise<void> {
  await tx
    .insertInto('group_child')
    .values(
      given.map(({ childId, groupId }) => ({
        child_id: childId,
        group_id: groupId,
        // By the clock rather than by the transaction's start: it may have waited for the one before.
        from_at: sql<Date>`clock_timestamp()`,
      })),
    )
    .onConflict((conflict) => conflict.columns(['group_id', 'child_id']).where('until_at', 'is', null).doNothing())
    .execute()
}

/** False when the child was not in the group. */
export async function endBelonging(tx: Tx, given: { childId: ChildId; groupId: GroupId }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('group_child')
    .where('child_id', '=', given.childId)
    .where('group_id', '=', given.groupId)
    .where('until_at', 'is', null)
    .set({ until_at: sql<Date>`clock_timestamp()` })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Was ever in it: removing once more is a retry, not a mistake. */
export async function hasBelonged(db: Db, given: { childId: ChildId; groupId: GroupId }): Promise<boolean> {
  const row = await db
    .selectFrom('group_child')
    .where('child_id', '=', given.childId)
    .where('group_id', '=', given.groupId)
    .select('child_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertChildren(
  tx: Tx,
  organizationId: OrganizationId,
  children: readonly { id: ChildId; name: string }[],
): Promise<void> {
  const rows = children.map(({ id, name }) => ({ id, name, organization_id: organizationId }))
  await tx.insertInto('child').values(rows).execute()
}

export async function updateName(tx: Tx, id: ChildId, name: string): Promise<void> {
  await tx.updateTable('child').where('id', '=', id).set({ name }).execute()
}

export async function countGroups(db: Db, childId: ChildId): Promise<number> {
  const rows = await db
    .selectFrom('group_child')
    .where('child_id', '=', childId)
    .where('until_at', 'is', null)
    .select('group_id')
    .execute()
  return rows.length
}

export async function updateToLeft(tx: Tx, id: ChildId): Promise<void> {
  await tx
    .updateTable('child')
    .where('id', '=', id)
    .set({ left_at: sql<Date>`clock_timestamp()` })
    .execute()
}

export type Guardian = {
  readonly id: MembershipId
  readonly organizationId: OrganizationId
  readonly accountId: AccountId
  readonly isLimited: boolean
  /** Of another child that is here. */
  readonly hasOtherChild: boolean
}

export function listGuardians(db: Db, childId: ChildId): Promise<Guardian[]> {
  return db
    .selectFrom('guardianship')
    .innerJoin('membership', 'membership.id', 'guardianship.membership_id')
    .where('guardianship.child_id', '=', childId)
    .where('guardianship.until_at', 'is', null)
    .where('membership.ended_at', 'is', null)
    .select((eb) => [
      'membership.id',
      'membership.organization_id as organizationId',
      'membership.account_id as accountId',
      'guardianship.is_limited as isLimited',
      eb
        .exists(
          eb
            .selectFrom('guardianship as other')
            .innerJoin('child', 'child.id', 'other.child_id')
            .whereRef('other.membership_id', '=', 'membership.id')
            .where('other.child_id', '!=', childId)
            .where('other.until_at', 'is', null)
            .where('child.left_at', 'is', null)
            .select('other.child_id'),
        )
        .$castTo<boolean>()
        .as('hasOtherChild'),
    ])
    .execute()
}
