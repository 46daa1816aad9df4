import type { AccountId, Duty, GroupId, MembershipId, OrganizationId, Person, Role } from '@kolosok/contract'
import { sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { StaffFacts } from './policy.ts'

export type StaffRow = {
  readonly person: Person
  readonly fullName: string
  readonly isAdmin: boolean
  readonly isHead: boolean
}

/** The head and the management first, then by name. */
export async function listStaff(
  db: Db,
  where: { organizationId: OrganizationId; membershipId?: MembershipId },
): Promise<StaffRow[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.membership_id', 'membership.id')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('membership.organization_id', '=', where.organizationId)
    .where('membership.role', 'in', ['management', 'teacher'])
    .where('membership.ended_at', 'is', null)
    .$if(where.membershipId !== undefined, (query) =>
      query.where('membership.id', '=', where.membershipId as MembershipId),
    )
    .select([
      'person.account_id as accountId',
      'person.membership_id as membershipId',
      'person.role',
      'person.name',
      'person.label',
      'person.is_confirmed as isConfirmed',
      sql<string>`concat_ws(' ', nullif(family_name, ''), nullif(given_name, ''), nullif(patronymic, ''))`.as(
        'fullName',
      ),
      'membership.is_admin as isAdmin',
      'membership.is_head as isHead',
    ])
    .orderBy('membership.is_head', 'desc')
    .orderBy(sql`membership.role = 'management' desc`)
    .orderBy('person.name')
    .execute()
  return rows.map(({ fullName, isAdmin, isHead, ...person }) => ({ person, fullName, isAdmin, isHead }))
}

export type GroupOfStaff = { membershipId: MembershipId; groupId: GroupId; name: string; duty: Duty }

export function listGroupsOfStaff(db: Db, ids: readonly MembershipId[]): Promise<GroupOfStaff[]> {
  return db
    .selectFrom('group_teacher')
    .innerJoin('group', 'group.id', 'group_teacher.group_id')
    .where('group_teacher.membership_id', '=', sql<MembershipId>`any(${ids})`)
    .where('group_teacher.until_at', 'is', null)
    .where('group.archived_at', 'is', null)
    .select(['group_teacher.membership_id as membershipId', 'group.id as groupId', 'group.name', 'group_teacher.duty'])
    .orderBy('group.place')
    .execute()
}

/** Of which they are at the moment, as a substitute too: where a change of theirs is to be followed. */
export async function listTaughtGroups(db: Db, id: MembershipId): Promise<GroupId[]> {
  const rows = await db.selectFrom('teaching').where('membership_id', '=', id).select('group_id').distinct().execute()
  return rows.map((row) => row.group_id)
}

export type FoundStaff = StaffFacts & {
  readonly id: MembershipId
  readonly organizationId: OrganizationId
  readonly accountId: AccountId
}

/** Undefined when there is no such membership now. */
export function findStaffFacts(
  db: Db,
  id: MembershipId,
  { accountId }: Pick<Actor, 'accountId'>,
): Promise<FoundStaff | undefined> {
  return db
    .selectFrom('membership')
    .where('membership.id', '=', id)
    .where('ended_at', 'is', null)
    .select([
      'membership.id',
      'organization_id as organizationId',
      'account_id as accountId',
      'role',
      sql<OrganizationRole[]>`organization_roles(membership.organization_id, ${accountId})`.as('readerRoles'),
    ])
    .executeTakeFirst()
}

export type StaffChange = {
  readonly position?: string | undefined
  readonly role?: Extract<Role, 'management' | 'teacher'> | undefined
  readonly isHead?: boolean | undefined
}

/** The management is confirmed by whoever makes it so; nobody confirms themselves. */
export async function updateStaff(
  tx: Tx,
  { id, organizationId, accountId }: Pick<FoundStaff, 'id' | 'organizationId' | 'accountId'>,
  { position, role, isHead }: StaffChange,
  actor: Pick<Actor, 'accountId'>,
): Promise<void> {
  if (isHead === true) {
    await tx
      .updateTable('membership')
      .where('organization_id', '=', organizationId)
      .where('is_head', '=', true)
      .where('id', '!=', id)
      .set({ is_head: false })
      .execute()
  }
  const isMadeManagement = role === 'management' && accountId !== actor.accountId
  await tx
    .updateTable('membership')
    .where('id', '=', id)
    .set({
      ...(position !== undefined && { position }),
      ...(role !== undefined && { role }),
      ...(isHead !== undefined && { is_head: isHead }),
      ...(isMadeManagement && {
        confirmed_at: sql<Date>`coalesce(confirmed_at, now())`,
        confirmed_by: sql`case when confirmed_at is null then ${actor.accountId} else confirmed_by end`,
      }),
    })
    .execute()
}
