import type { Duty, Group, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
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

/** Of groups of one organization, all of them or one: what that costs does not grow with the groups of others. */
export async function countMembers(
  db: Db,
  organizationId: OrganizationId,
  groupIds: readonly GroupId[],
): Promise<Map<GroupId, Counts>> {
  const { rows } = await sql<Counts & { id: GroupId }>`
    with tie as (
      select gc.group_id, gc.child_id, gs.account_id, gs.is_limited
      from group_child gc
      left join (
        select gs.child_id, gs.is_limited, m.account_id
        from guardianship gs join membership m on m.id = gs.membership_id and m.ended_at is null
        where gs.organization_id = ${organizationId} and gs.until_at is null) gs on gs.child_id = gc.child_id
      where gc.organization_id = ${organizationId} and gc.group_id = any(${groupIds}) and gc.until_at is null
    ), children as (
      select group_id, count(distinct child_id)::int as n,
        (count(distinct child_id) filter (where account_id is not null))::int as families
      from tie group by group_id
    ), members as (
      select group_id, count(*)::int as n
      from (
        select group_id, account_id from tie where not is_limited
        union
        select group_id, account_id from group_member where group_id = any(${groupIds}) and side = 'staff') member
      group by group_id
    )
    select g.id, case when g.archived_at is null then coalesce(members.n, 0) else 0 end as "memberCount",
      coalesce(children.n, 0) as "childCount", coalesce(children.families, 0) as "familyCount"
    from "group" g
    left join members on members.group_id = g.id
    left join children on children.group_id = g.id
    where g.id = any(${groupIds}) and g.organization_id = ${organizationId}
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
