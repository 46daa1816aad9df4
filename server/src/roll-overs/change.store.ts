import type {
  AccountId,
  ChildId,
  GroupAfterYear,
  GroupId,
  MembershipId,
  OrganizationId,
  RollOverId,
} from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, runSql, type Tx } from '#platform/db.ts'
import type { RollOverTraces } from '#platform/schema/roll-overs.ts'

type Steps = RollOverTraces['steps']

/** The one moment that all rows of a roll-over bear; a millisecond ahead, so that no earlier change bears it, too. */
export async function takeMoment(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' as at`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The database knows the time')
  return row.at
}

/** How everybody stands in the chats of these groups. */
export async function insertMembersOf(tx: Tx, id: RollOverId, groupIds: readonly GroupId[]): Promise<void> {
  await sql`
    insert into roll_over_member (roll_over_id, chat_id, account_id, visible_from_seq, read_seq, is_muted)
    select ${id}, m.chat_id, m.account_id, m.visible_from_seq, m.read_seq, m.is_muted
    from chat c join chat_member m on m.chat_id = c.id
    where c.bound_group_id = any(${groupIds})
  `.execute(tx)
}

const END_BELONGINGS = `
  update group_child g set until_at = $2
  from jsonb_to_recordset($1) as step ("childId" uuid, "fromGroupId" uuid)
  where g.child_id = step."childId" and g.group_id = step."fromGroupId" and g.until_at is null`
const BEGIN_BELONGINGS = `
  insert into group_child (child_id, group_id, from_at)
  select distinct step."childId", step."toGroupId", $2::timestamptz
  from jsonb_to_recordset($1) as step ("childId" uuid, "toGroupId" uuid)
  where step."toGroupId" is not null
  on conflict (group_id, child_id) where until_at is null do nothing`

export async function moveAll(tx: Tx, steps: Steps, at: Date): Promise<void> {
  const given = [JSON.stringify(steps), at]
  await runSql(tx, END_BELONGINGS, given)
  await runSql(tx, BEGIN_BELONGINGS, given)
}

export async function updateToLeft(tx: Tx, ids: readonly ChildId[], at: Date): Promise<void> {
  await tx.updateTable('child').where('id', '=', anyOf(ids)).set({ left_at: at }).execute()
}

/** Whoever was here only for children who have left by now: former from here on. */
export async function endMembershipsFor(tx: Tx, ids: readonly ChildId[], at: Date): Promise<MembershipId[]> {
  const { rows } = await sql<{ id: MembershipId }>`
    update membership m set ended_at = ${at}
    where m.ended_at is null and m.role = 'parent'
      and m.id in (select membership_id from guardianship where child_id = any(${ids}) and until_at is null)
      and not exists (
        select from guardianship g join child c on c.id = g.child_id
        where g.membership_id = m.id and g.until_at is null and c.left_at is null)
    returning m.id
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** Guardians of these children: what their screens show is stale. */
export async function listGuardianAccounts(tx: Tx, ids: readonly ChildId[]): Promise<AccountId[]> {
  const rows = await tx
    .selectFrom('guardianship')
    .innerJoin('membership', 'membership.id', 'guardianship.membership_id')
    .where('child_id', '=', anyOf(ids))
    .where('until_at', 'is', null)
    .select('account_id as id')
    .distinct()
    .execute()
  return rows.map(({ id }) => id)
}

type Renamed = { readonly id: GroupId; readonly to: GroupAfterYear | null }

const TO = `from jsonb_to_recordset($1) as wanted (id uuid, name text, age text) where g.id = wanted.id`

/** New names and ages, or into the archive (`to` is null); by way of no names, for one may take another's. */
export async function updateGroups(tx: Tx, groups: readonly Renamed[], at: Date): Promise<void> {
  const open = groups.flatMap(({ id, to }) => (to ? [{ id, ...to }] : []))
  const closed = groups.filter(({ to }) => to === null).map(({ id }) => id)
  await tx.updateTable('group').where('id', '=', anyOf(closed)).set({ archived_at: at }).execute()
  await runSql(tx, `update "group" g set name = g.id::text ${TO}`, [JSON.stringify(open)])
  await runSql(tx, `update "group" g set name = wanted.name, age = wanted.age, archived_at = null ${TO}`, [
    JSON.stringify(open),
  ])
}

/** Who spoke for a group and does so no more since then: the chats' following ended it. */
export async function listEndedCommittee(
  tx: Tx,
  organizationId: OrganizationId,
  since: Date,
): Promise<{ groupId: GroupId; membershipId: MembershipId }[]> {
  return tx
    .selectFrom('group_committee')
    .innerJoin('group', 'group.id', 'group_committee.group_id')
    .where('group.organization_id', '=', organizationId)
    .where('until_at', '>=', since)
    .select(['group_id as groupId', 'membership_id as membershipId'])
    .execute()
}
