import type { AccountId, GroupId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'
import { isOfMembers } from './of-members.store.ts'

export type GroupCounts = {
  readonly id: GroupId
  readonly name: string
  readonly leads: string[]
  readonly childCount: number
  readonly familyCount: number
  readonly guardianCount: number
  readonly invitedCount: number
  readonly unclaimedCount: number
  /** The reader is attached to it. */
  readonly isOwn: boolean
}

/**
 * Every group as it is shown; an invitation counts that is or was good. One pass over the organization's rows: what is
 * known of each child is laid on one heap and gathered, so that no plan depends on whether the database has counted them
 * (right after a large import it has not). `offset 0`: from one group to the next, or those of others would be read.
 */
export async function countGroups(
  db: Db,
  { organizationId, reader, now }: { organizationId: OrganizationId; reader: AccountId; now: Date },
): Promise<GroupCounts[]> {
  const { rows } = await sql<GroupCounts>`
    with known as (
      select child_id, group_id, 0 as guardian, false as is_invited, false as is_unclaimed
      from group_child
      where organization_id = ${organizationId} and until_at is null
      union all
      select child_id, null, 1, false, false
      from guardianship
      where organization_id = ${organizationId} and until_at is null and ${isOfMembers(organizationId)}
      union all
      select child_id, null, 0, true, uses = 0 and expires_at > ${now}
      from invitation
      where organization_id = ${organizationId} and child_id is not null and revoked_at is null
    ), of_child as (
      select array_agg(group_id) filter (where group_id is not null) as group_ids, sum(guardian) as guardians,
        bool_or(is_invited) as is_invited, bool_or(is_unclaimed) as is_unclaimed
      from known group by child_id
    ), counted as (
      select group_id, count(*)::int as children, (count(*) filter (where guardians > 0))::int as families,
        sum(guardians)::int as guardians, (count(*) filter (where is_invited))::int as invited,
        (count(*) filter (where is_unclaimed))::int as unclaimed
      from of_child cross join unnest(group_ids) group_id
      group by group_id
    ), taught as (
      select g.id as group_id, array_agg(m.name order by m.name) filter (where t.duty <> 'specialist') as leads,
        bool_or(m.account_id = ${reader}) as is_own
      from "group" g
      cross join lateral (select membership_id, duty from teaching where group_id = g.id offset 0) t
      join membership m on m.id = t.membership_id and m.ended_at is null
      where g.organization_id = ${organizationId} and g.archived_at is null
      group by g.id
    )
    select g.id, g.name, coalesce(t.leads, '{}') as leads, coalesce(t.is_own, false) as "isOwn",
      coalesce(c.children, 0) as "childCount", coalesce(c.families, 0) as "familyCount",
      coalesce(c.guardians, 0) as "guardianCount", coalesce(c.invited, 0) as "invitedCount",
      coalesce(c.unclaimed, 0) as "unclaimedCount"
    from "group" g
    left join counted c on c.group_id = g.id
    left join taught t on t.group_id = g.id
    where g.organization_id = ${organizationId} and g.kind <> 'staff' and g.archived_at is null
    order by g.place, g.name, g.id
  `.execute(db)
  return rows
}
