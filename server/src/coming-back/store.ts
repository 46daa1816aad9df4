import type { AccountId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db } from '#platform/db.ts'
import type { ComingBackFacts } from './policy.ts'

export type FoundMember = ComingBackFacts & {
  readonly accountId: AccountId
  readonly organizationId: OrganizationId
}

/** Undefined when there is no such membership, or it has ended. */
export function findMemberFacts(db: Db, id: MembershipId, asker: AccountId): Promise<FoundMember | undefined> {
  return db
    .selectFrom('membership')
    .where('membership.id', '=', id)
    .where('membership.ended_at', 'is', null)
    .select((eb) => [
      'membership.account_id as accountId',
      'membership.organization_id as organizationId',
      'membership.role',
      sql<OrganizationRole[]>`organization_roles(membership.organization_id, ${asker})`.as('readerRoles'),
      sql<ComingBackFacts['standing']>`case
        when membership.account_id = ${asker} then 'the-asker'
        when exists (select from operator where operator.account_id = membership.account_id) then 'operator'
        when exists (
          select from membership other
          where other.account_id = membership.account_id and other.organization_id <> membership.organization_id
            and (other.is_admin or other.role = 'management') and other.ended_at is null
        ) then 'office-elsewhere'
        when exists (
          select from membership other
          where other.account_id = membership.account_id
            and other.role in ('management', 'teacher') and other.ended_at is null
        ) then 'staff'
        else 'nothing-else'
      end`.as('standing'),
      eb
        .exists(
          eb
            .selectFrom('guardianship')
            .innerJoin('group_child', 'group_child.child_id', 'guardianship.child_id')
            .innerJoin('teaching', 'teaching.group_id', 'group_child.group_id')
            .innerJoin('membership as teacher', 'teacher.id', 'teaching.membership_id')
            .whereRef('guardianship.membership_id', '=', 'membership.id')
            .where('guardianship.until_at', 'is', null)
            .where('group_child.until_at', 'is', null)
            .where('teacher.account_id', '=', asker)
            .where('teacher.ended_at', 'is', null)
            .where('teacher.confirmed_at', 'is not', null)
            .select(sql`1`.as('one')),
        )
        .$castTo<boolean>()
        .as('teachesTheirChild'),
    ])
    .executeTakeFirst()
}
