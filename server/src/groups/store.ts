import type { AccountId, GroupId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db } from '#platform/db.ts'
import type { GroupFacts, GroupTie } from './policy.ts'

export type FoundGroup = GroupFacts & {
  readonly id: GroupId
  readonly organizationId: OrganizationId
  readonly name: string
}

/** What of the policy's facts hangs on who asks; one row per group. */
export const factsFor = (db: Db, accountId: AccountId) =>
  db.selectFrom('group').select((eb) => [
    'group.id',
    'group.organization_id as organizationId',
    'group.name',
    'group.kind',
    eb('group.archived_at', 'is not', null).$castTo<boolean>().as('isArchived'),
    sql<OrganizationRole[]>`organization_roles("group".organization_id, ${accountId})`.as('roles'),
    sql<GroupTie[]>`array(${eb
      .selectFrom('group_teacher')
      .innerJoin('membership', 'membership.id', 'group_teacher.membership_id')
      .whereRef('group_teacher.group_id', '=', 'group.id')
      .where('group_teacher.until_at', 'is', null)
      .where('membership.account_id', '=', accountId)
      .where('membership.ended_at', 'is', null)
      .where('membership.confirmed_at', 'is not', null)
      .select(sql<GroupTie>`'teacher'`.as('tie'))
      .union(
        eb
          .selectFrom('group_child')
          .innerJoin('guardianship', 'guardianship.child_id', 'group_child.child_id')
          .innerJoin('membership', 'membership.id', 'guardianship.membership_id')
          .whereRef('group_child.group_id', '=', 'group.id')
          .where('group_child.until_at', 'is', null)
          .where('guardianship.until_at', 'is', null)
          .where('membership.account_id', '=', accountId)
          .where('membership.ended_at', 'is', null)
          .select(sql<GroupTie>`'guardian'`.as('tie')),
      )})`.as('ties'),
  ])

/** Undefined when there is no such group. */
export function findGroupFacts(db: Db, groupId: GroupId, accountId: AccountId): Promise<FoundGroup | undefined> {
  return factsFor(db, accountId).where('group.id', '=', groupId).executeTakeFirst()
}
