import type { ChildId, GroupId, OrganizationId, RollOverId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db, runSql, type Tx } from '#platform/db.ts'
import type { RollOverTraces } from '#platform/schema/roll-overs.ts'

/** Children of the roll-over who are not where it left them: moved on, gone, or back. */
export async function listGoneOn(db: Db, { moment, steps, left }: RollOverTraces): Promise<string[]> {
  const rows = await runSql<{ name: string }>(
    db,
    `with step as (
       select * from jsonb_to_recordset($1) as s ("childId" uuid, "fromGroupId" uuid, "toGroupId" uuid)
     ), is_in as (select child_id, group_id from group_child where until_at is null)
     select distinct c.name from child c
     where c.id in (
         select "childId" from step s where s."toGroupId" is not null
           and not exists (select from is_in i where i.child_id = s."childId" and i.group_id = s."toGroupId")
         union
         select s."childId" from step s join is_in i on i.child_id = s."childId" and i.group_id = s."fromGroupId"
           where not exists (select from step o where o."childId" = s."childId" and o."toGroupId" = s."fromGroupId"))
       or c.id = any($2::uuid[]) and c.left_at is distinct from $3
     order by c.name`,
    [JSON.stringify(steps), left, moment],
  )
  return rows.map(({ name }) => name)
}

export function listGroups(
  db: Db,
  organizationId: OrganizationId,
): Promise<{ id: GroupId; name: string; age: string; archivedAt: Date | null }[]> {
  return db
    .selectFrom('group')
    .where('organization_id', '=', organizationId)
    .select(['id', 'name', 'age', 'archived_at as archivedAt'])
    .execute()
}

/**
 * The belongings that ended at that moment go on as if nothing had been, those that began there are gone. By their
 * groups: nothing else in them bears the moment.
 */
export async function moveBack(tx: Tx, { moment, steps }: RollOverTraces): Promise<void> {
  const groups = new Set(
    steps.flatMap(({ fromGroupId, toGroupId }) => [fromGroupId, ...(toGroupId ? [toGroupId] : [])]),
  )
  const given = [[...groups], moment]
  await runSql(tx, 'delete from group_child where group_id = any($1::uuid[]) and from_at = $2', given)
  await runSql(
    tx,
    'update group_child set until_at = null where group_id = any($1::uuid[]) and until_at = $2::timestamptz',
    given,
  )
}

/**
 * The children are here again, and so is whoever was here for them. Who has come back meanwhile keeps the new
 * membership, with these children; who came back and left again by themselves is not brought back a second time.
 */
export async function bringBack(tx: Tx, { moment, left, memberships }: RollOverTraces): Promise<void> {
  await tx.updateTable('child').where('id', '=', anyOf(left)).set({ left_at: null }).execute()
  await sql`
    with again as (
      select distinct on (former.id) former.id as former_id, fresh.id as fresh_id, fresh.ended_at
      from membership former
      join membership fresh on fresh.organization_id = former.organization_id
        and fresh.account_id = former.account_id and fresh.role = former.role
        and (fresh.ended_at is null or fresh.created_at >= ${moment})
      where former.id = any(${memberships}::uuid[]) and fresh.id <> former.id
      order by former.id, fresh.ended_at desc nulls first
    ), ended as (
      update guardianship g set until_at = clock_timestamp() from again
      where g.membership_id = again.former_id and g.until_at is null
      returning g.child_id, g.label, g.is_limited, again.fresh_id, again.ended_at
    ), taken_over as (
      insert into guardianship (child_id, membership_id, label, is_limited)
      select child_id, fresh_id, label, is_limited from ended where ended_at is null
      on conflict (child_id, membership_id) where until_at is null do nothing
    )
    update membership m set ended_at = null
    where m.id = any(${memberships}::uuid[]) and not exists (select from again where again.former_id = m.id)
  `.execute(tx)
}

/** Who spoke for a group does so again. */
export async function restoreCommittee(tx: Tx, { moment, committee }: RollOverTraces): Promise<void> {
  await runSql(
    tx,
    `update group_committee c set until_at = null
     from jsonb_to_recordset($1) as was ("groupId" uuid, "membershipId" uuid)
     where c.group_id = was."groupId" and c.membership_id = was."membershipId" and c.until_at >= $2::timestamptz
       and not exists (select from group_committee now where now.group_id = c.group_id
         and now.membership_id = c.membership_id and now.until_at is null)`,
    [JSON.stringify(committee), moment],
  )
}

/** What everybody saw and had read before; nobody has to read again what they read since. */
export async function restoreMembers(tx: Tx, id: RollOverId): Promise<void> {
  await sql`
    update chat_member m
    set visible_from_seq = was.visible_from_seq, read_seq = greatest(m.read_seq, was.read_seq), is_muted = was.is_muted
    from roll_over_member was
    where was.roll_over_id = ${id} and m.chat_id = was.chat_id and m.account_id = was.account_id
  `.execute(tx)
}

/** Those of the children who are here, for their guardians' screens. */
export const childrenOf = ({ steps }: RollOverTraces): ChildId[] => [...new Set(steps.map(({ childId }) => childId))]
