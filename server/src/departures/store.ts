import type { AccountId, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db } from '#platform/db.ts'
import type { DepartureFacts } from './policy.ts'

export type FoundDeparture = DepartureFacts & {
  readonly id: MembershipId
  readonly organizationId: OrganizationId
  readonly accountId: AccountId
  readonly hasLeft: boolean
  /** By another membership they work here on: what belongs to the account stays theirs. */
  readonly isStaffBesides: boolean
}

/** Of a membership, former ones too: leaving once more is a retry. */
export function findDeparture(
  db: Db,
  organizationId: OrganizationId,
  id: MembershipId,
  reader: AccountId,
): Promise<FoundDeparture | undefined> {
  return db
    .selectFrom('membership')
    .where('membership.id', '=', id)
    .where('membership.organization_id', '=', organizationId)
    .select((eb) => [
      'membership.id',
      'organization_id as organizationId',
      'account_id as accountId',
      'role',
      'is_admin as isAdmin',
      'is_head as isHead',
      eb('ended_at', 'is not', null).$castTo<boolean>().as('hasLeft'),
      eb('account_id', '=', reader).$castTo<boolean>().as('isOwn'),
      sql<OrganizationRole[]>`organization_roles(membership.organization_id, ${reader})`.as('readerRoles'),
      sql<number>`(select count(distinct other.account_id)::int from membership other
        where other.organization_id = membership.organization_id and other.is_admin and other.ended_at is null
          and other.account_id <> membership.account_id)`.as('otherAdmins'),
      sql<boolean>`exists (select from membership other
        where other.organization_id = membership.organization_id and other.account_id = membership.account_id
          and other.id <> membership.id and other.ended_at is null and other.role in ('management', 'teacher'))`.as(
        'isStaffBesides',
      ),
    ])
    .executeTakeFirst()
}

/** Children that somebody is a guardian of, and in which groups these are now. */
export async function listGroupsOfChildren(db: Db, id: MembershipId): Promise<GroupId[]> {
  const rows = await db
    .selectFrom('guardianship')
    .innerJoin('group_child', 'group_child.child_id', 'guardianship.child_id')
    .where('guardianship.membership_id', '=', id)
    .where('guardianship.until_at', 'is', null)
    .where('group_child.until_at', 'is', null)
    .select('group_child.group_id')
    .distinct()
    .execute()
  return rows.map((row) => row.group_id)
}
