import type { Duty, Group, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { isOfMembers } from '#organizations/index.ts'
import type { Db, Tx } from '#platform/db.ts'

type Teacher = Group['teachers'][number]
type Counts = Pick<Group, 'memberCount' | 'childCount' | 'familyCount'>

/** Leads first, then by name. */
export async function listTeachers(db: Db, groupIds: readonly GroupId[]): Promise<Map<GroupId, Teacher[]>> {
  const rows = await db
    .selectFrom('group_teacher')
    .innerJoin('membership', 'membership.id', 'group_teacher.membership_id')
    .innerJoin('person', 'person.membership_id', 'group_teacher.membership_id')
    .where('group_teacher.group_id', '=', sql<GroupId>`any(${groupIds})`)
    .where('group_teacher.until_at', 'is', null)
    .where('membership.ended_at', 'is', null)
    .select([
      'group_teacher.group_id as groupId',
      'group_teacher.duty',
      'person.account_id as accountId',
      'person.membership_id as membershipId',
      'person.role',
      'person.name',
      'person.label',
      'person.is_confirmed as isConfirmed',
    ])
    .orderBy('group_teacher.duty')
    .orderBy('person.name')
    .execute()
  const byGroup = Map.groupBy(rows, (row) => row.groupId)
  return new Map(
    [...byGroup].map(([groupId, found]) => [
      groupId,
      found.map(({ groupId: _, duty, ...person }) => ({ person, duty })),
    ]),
  )
}

/**
 * Of groups of one organization, all of them or one: what that costs does not grow with the groups of others. What is known
 * of each child is laid on one heap and gathered, so that no plan depends on what the database has counted. A teacher who
 * is a parent in the same group is one member.
 */
export async function countMembers(
  db: Db,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
): Promise<Map<GroupId, Counts>> {
  const { rows } = await sql<Counts & { id: GroupId }>`
    with known as (
      select child_id, group_id, null::uuid as membership_id, false as is_limited
      from group_child
      where organization_id = ${organizationId} and group_id = any(${groupIds}) and until_at is null
      union all
      select child_id, null, membership_id, is_limited
      from guardianship
      where organization_id = ${organizationId} and until_at is null and ${isOfMembers(organizationId)}
    ), of_child as (
      select array_agg(group_id) filter (where group_id is not null) as group_ids, count(membership_id) as guardians,
        array_agg(membership_id) filter (where membership_id is not null and not is_limited) as members
      from known group by child_id
    ), children as materialized (
      select group_id, count(*)::int as n, (count(*) filter (where guardians > 0))::int as families
      from of_child cross join unnest(group_ids) group_id
      group by group_id
    ), members as materialized (
      select group_id, count(*)::int as n
      from (
        select group_id, membership_id
        from of_child cross join unnest(group_ids) group_id cross join unnest(members) membership_id
        union
        select group_id, coalesce((
          select as_parent.id from membership as_parent
          where as_parent.account_id = staff.account_id and as_parent.organization_id = ${organizationId}
            and as_parent.role = 'parent' and as_parent.ended_at is null), membership_id)
        from group_member staff where group_id = any(${groupIds}) and side = 'staff') member
      group by group_id
    )
    select g.id, case when g.archived_at is null then coalesce(members.n, 0) else 0 end as "memberCount",
      coalesce(children.n, 0) as "childCount", coalesce(children.families, 0) as "familyCount"
    from "group" g
    left join members on members.group_id = g.id
    left join children on children.group_id = g.id
    where g.id = any(${groupIds})
  `.execute(db)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

export async function listGroupsOfTeacher(
  db: Db,
  membershipId: MembershipId,
): Promise<{ groupId: GroupId; duty: Duty }[]> {
  return db
    .selectFrom('group_teacher')
    .where('membership_id', '=', membershipId)
    .where('until_at', 'is', null)
    .select(['group_id as groupId', 'duty'])
    .execute()
}

/** Those of them in which nobody is, neither a child nor a teacher, nor a group that stays. */
export async function archiveEmptyGroups(tx: Tx, ids: readonly GroupId[]): Promise<GroupId[]> {
  const closed = await tx
    .updateTable('group')
    .where('id', '=', sql<GroupId>`any(${ids})`)
    .where('archived_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.or([
          eb.exists(
            eb
              .selectFrom('group_child')
              .whereRef('group_id', '=', 'group.id')
              .where('until_at', 'is', null)
              .select('child_id'),
          ),
          eb.exists(
            eb
              .selectFrom('group_teacher')
              .whereRef('group_id', '=', 'group.id')
              .where('until_at', 'is', null)
              .select('membership_id'),
          ),
          eb.exists(
            eb
              .selectFrom('group as inside')
              .whereRef('inside.parent_id', '=', 'group.id')
              .where('inside.archived_at', 'is', null)
              .where('inside.id', '!=', sql<GroupId>`all(${ids})`)
              .select('inside.id'),
          ),
        ]),
      ),
    )
    .set({ archived_at: sql<Date>`clock_timestamp()` })
    .returning('id')
    .execute()
  return closed.map(({ id }) => id)
}
