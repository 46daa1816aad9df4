import type {
  AccountId,
  GroupId,
  MembershipId,
  OrganizationId,
  Person,
  Substitution,
  SubstitutionId,
} from '@kolosok/contract'
import { sql } from 'kysely'
import { type Db, runSql, type Tx } from '#platform/db.ts'

// One clock for all: what a right follows from and what the job does ask the database's.
const STATE = `substitution_state(s.first_day, s.last_day, s.ended_at, o.time_zone, now())`

type Row = Person & Omit<Substitution, 'person'> & { groupId: GroupId }

const LIST = `
  select s.group_id as "groupId", s.id, s.first_day::text as "firstDay", s.last_day::text as "lastDay", ${STATE} as state,
    p.account_id as "accountId", p.membership_id as "membershipId", p.role, p.name, p.label,
    p.is_confirmed as "isConfirmed"
  from substitution s
  join "group" g on g.id = s.group_id
  join organization o on o.id = g.organization_id
  join membership m on m.id = s.membership_id and m.ended_at is null
  join person p on p.membership_id = s.membership_id
  where s.group_id = any($1::uuid[]) and s.followed <> 'over' and ${STATE} <> 'over'
  order by s.first_day, p.name, s.id`

/** Those that are not over, in the order they begin. */
export async function listSubstitutes(db: Db, groupIds: readonly GroupId[]): Promise<Map<GroupId, Substitution[]>> {
  const rows = await runSql<Row>(db, LIST, [groupIds])
  const byGroup = Map.groupBy(rows, (row) => row.groupId)
  return new Map(
    [...byGroup].map(([groupId, found]) => [
      groupId,
      found.map(({ groupId: _, id, firstDay, lastDay, state, ...person }) => ({
        id,
        firstDay,
        lastDay,
        state,
        person,
      })),
    ]),
  )
}

export type FoundSubstitution = {
  readonly groupId: GroupId
  readonly membershipId: MembershipId
  readonly firstDay: string
  readonly lastDay: string
  readonly state: 'planned' | 'current' | 'over'
}

const FIND = `
  select s.group_id as "groupId", s.membership_id as "membershipId", s.first_day::text as "firstDay",
    s.last_day::text as "lastDay", case when s.followed = 'over' then 'over' else ${STATE} end as state
  from substitution s
  join "group" g on g.id = s.group_id
  join organization o on o.id = g.organization_id
  where s.id = $1`

export async function findSubstitution(db: Db, id: SubstitutionId): Promise<FoundSubstitution | undefined> {
  const [row] = await runSql<FoundSubstitution>(db, FIND, [id])
  return row
}

/** What day it is where the group is. */
export async function getToday(db: Db, organizationId: OrganizationId): Promise<string> {
  const { today } = await db
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select(sql<string>`(now() at time zone time_zone)::date::text`.as('today'))
    .executeTakeFirstOrThrow()
  return today
}

export type NewSubstitution = {
  readonly id: SubstitutionId
  readonly groupId: GroupId
  readonly membershipId: MembershipId
  readonly firstDay: string
  readonly lastDay: string
  readonly namedBy: AccountId
}

export async function insertSubstitution(tx: Tx, given: NewSubstitution): Promise<void> {
  await tx
    .insertInto('substitution')
    .values({
      id: given.id,
      group_id: given.groupId,
      membership_id: given.membershipId,
      first_day: given.firstDay,
      last_day: given.lastDay,
      named_by: given.namedBy,
    })
    .execute()
}

/** Another one of the same person in the same group that shares a day. */
export async function hasOverlapping(
  db: Db,
  { groupId, membershipId, firstDay, lastDay, id }: Omit<NewSubstitution, 'namedBy'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('substitution')
    .where('group_id', '=', groupId)
    .where('membership_id', '=', membershipId)
    .where('followed', '<>', 'over')
    .where('ended_at', 'is', null)
    .where('id', '<>', id)
    .where(sql<boolean>`first_day <= ${lastDay}::date and last_day >= ${firstDay}::date`)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function updateLastDay(tx: Tx, id: SubstitutionId, lastDay: string): Promise<void> {
  await tx.updateTable('substitution').where('id', '=', id).set({ last_day: lastDay }).execute()
}

export async function endSubstitutionNow(tx: Tx, id: SubstitutionId): Promise<void> {
  await tx
    .updateTable('substitution')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .set({ ended_at: sql<Date>`clock_timestamp()` })
    .execute()
}

/** Organizations in which one has begun or ended since it was last looked at. */
export async function listOrganizationsToFollow(db: Db): Promise<OrganizationId[]> {
  const rows = await runSql<{ id: OrganizationId }>(
    db,
    `select distinct o.id from substitution s
     join "group" g on g.id = s.group_id
     join organization o on o.id = g.organization_id
     where s.followed <> 'over' and s.followed <> ${STATE}`,
    [],
  )
  return rows.map(({ id }) => id)
}

export type Followed = {
  readonly groupId: GroupId
  readonly membershipId: MembershipId
  readonly accountId: AccountId
  readonly namedBy: AccountId
  readonly state: 'planned' | 'current' | 'over'
}

/**
 * Notes that the chats of an organization, or of one group, follow; what has changed by that. The caller makes them
 * follow in the same transaction.
 */
export async function updateFollowed(
  tx: Tx,
  { organizationId, groupId = null }: { organizationId: OrganizationId; groupId?: GroupId | null },
): Promise<Followed[]> {
  return runSql<Followed>(
    tx,
    `update substitution s set followed = ${STATE}
     from "group" g join organization o on o.id = g.organization_id, membership m
     where g.id = s.group_id and o.id = $1 and ($2::uuid is null or g.id = $2) and m.id = s.membership_id
       and s.followed <> 'over' and s.followed <> ${STATE}
     returning s.group_id as "groupId", s.membership_id as "membershipId", m.account_id as "accountId",
       s.named_by as "namedBy", s.followed as state`,
    [organizationId, groupId],
  )
}
