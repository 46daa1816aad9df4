import type { Duty, Group, GroupId, MembershipId } from '@kolosok/contract'
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

/** Each group by itself, in one statement: what that costs does not grow with the groups of others. */
export async function countMembers(db: Db, groupIds: readonly GroupId[]): Promise<Map<GroupId, Counts>> {
  const { rows } = await sql<Counts & { id: GroupId }>`
    select g.id, members.n as "memberCount", children.n as "childCount", children.families as "familyCount"
    from unnest(${groupIds}::uuid[]) g (id)
    cross join lateral (
      select count(distinct account_id)::int as n from group_member where group_id = g.id) members
    cross join lateral (
      select count(*)::int as n,
        count(*) filter (where exists (
          select from guardianship gs join membership m on m.id = gs.membership_id and m.ended_at is null
          where gs.child_id = gc.child_id and gs.until_at is null offset 0))::int as families
      from group_child gc where gc.group_id = g.id and gc.until_at is null) children
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
