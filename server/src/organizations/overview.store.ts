import type { OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'
import { isOfMembers } from './of-members.store.ts'

export type StructureCounts = {
  readonly groupCount: number
  readonly childCount: number
  readonly familyCount: number
  readonly staffCount: number
  readonly unconfirmedCount: number
  readonly groupsWithoutTeacher: number
  readonly isCardFilled: boolean
  readonly hasInvited: boolean
}

/** One pass over an organization's own rows; each count has the index of its list. */
export async function countStructure(db: Db, id: OrganizationId): Promise<StructureCounts> {
  const { rows } = await sql<StructureCounts>`
    with groups as (
      select id from "group" where organization_id = ${id} and kind <> 'staff' and archived_at is null
    ), staff as (
      select account_id, bool_or(confirmed_at is not null) as is_confirmed
      from membership
      where organization_id = ${id} and role in ('management', 'teacher') and ended_at is null
      group by account_id
    ), families as (
      select bool_or(is_here) as is_here, bool_or(not is_here) as is_guarded
      from (
        select id as child_id, true as is_here from child where organization_id = ${id} and left_at is null
        union all
        select child_id, false from guardianship
        where organization_id = ${id} and until_at is null and ${isOfMembers(id)}) known
      group by child_id
    )
    select
      (select count(*)::int from groups) as "groupCount",
      (select count(*) filter (where is_here)::int from families) as "childCount",
      (select count(*) filter (where is_here and is_guarded)::int from families) as "familyCount",
      (select count(*)::int from staff) as "staffCount",
      (select count(*)::int from staff where not is_confirmed) as "unconfirmedCount",
      (select count(*)::int from groups where not exists (
        select from teaching t join membership m on m.id = t.membership_id
        where t.group_id = groups.id and t.duty <> 'specialist' and m.ended_at is null
        offset 0
      ) and not (
        -- A building that holds groups, and no children of its own, misses nobody.
        exists (select from "group" held where held.parent_id = groups.id and held.archived_at is null)
        and not exists (select from group_child gc where gc.group_id = groups.id and gc.until_at is null)
      )) as "groupsWithoutTeacher",
      (select address <> '' and phone <> '' and email <> '' from organization where id = ${id}) as "isCardFilled",
      exists (select from invitation where organization_id = ${id})
        or exists (select from membership where organization_id = ${id} and role = 'parent') as "hasInvited"
  `.execute(db)
  const [counts] = rows
  if (!counts) throw new Error('Counting always answers')
  return counts
}
