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
        .innerJoin('group_teacher', 'group_teacher.group_id', 'group_child.group_id')
        .innerJoin('membership', 'membership.id', 'group_teacher.membership_id')
        .whereRef('group_child.child_id', '=', 'child.id')
        .where('group_child.until_at', 'is', null)
        .where('group_teacher.until_at', 'is', null)
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
  given: { childId: ChildId; membershipId: MembershipId; label: string },
): Promise<void> {
  await tx
    .insertInto('guardianship')
    .values({ child_id: given.childId, membership_id: given.membershipId, label: given.label })
    .onConflict((conflict) =>
      conflict
        .columns(['child_id', 'membership_id'])
        .where('until_at', 'is', null)
        .doUpdateSet({ label: sql`coalesce(nullif(excluded.label, ''), guardianship.label)` }),
    )
    .execute()
}
