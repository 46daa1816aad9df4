import type { MembershipId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { runSql, type Tx } from '#platform/db.ts'
import type { Pair } from './facts.store.ts'

/** Both are the same thing in one organization: the first goes on with all that either had, the second has ended. */
export type MembershipPair = { readonly kept: MembershipId; readonly ended: MembershipId }

export async function listMembershipPairs(tx: Tx, { kept, ended }: Pair): Promise<MembershipPair[]> {
  return tx
    .selectFrom('membership as own')
    .innerJoin('membership as other', (join) =>
      join
        .onRef('other.organization_id', '=', 'own.organization_id')
        .onRef('other.role', '=', 'own.role')
        .on('other.account_id', '=', ended)
        .on('other.ended_at', 'is', null),
    )
    .where('own.account_id', '=', kept)
    .where('own.ended_at', 'is', null)
    .select(['own.id as kept', 'other.id as ended'])
    .execute()
}

const PAIR = `pair as (select * from jsonb_to_recordset($1) as p (kept uuid, ended uuid))`

// Nothing that either of them had is lost; the head is one, so the one that ends stops being it first.
const END = `with ${PAIR}
  update membership m set ended_at = $2, is_admin = false, is_head = false from pair where m.id = pair.ended`
const UNITE = `with given as (
    select * from jsonb_to_recordset($1) as p (kept uuid, "isAdmin" boolean, "isHead" boolean, position text,
      "confirmedAt" timestamptz, "confirmedBy" uuid, "createdAt" timestamptz))
  update membership m set is_admin = m.is_admin or "isAdmin", is_head = m.is_head or "isHead",
    position = coalesce(nullif(m.position, ''), given.position),
    confirmed_at = coalesce(m.confirmed_at, "confirmedAt"),
    confirmed_by = case when m.confirmed_at is null then "confirmedBy" else m.confirmed_by end,
    created_at = least(m.created_at, "createdAt")
  from given where m.id = given.kept`
const READ = `with ${PAIR}
  select pair.kept, m.is_admin as "isAdmin", m.is_head as "isHead", m.position, m.confirmed_at as "confirmedAt",
    m.confirmed_by as "confirmedBy", m.created_at as "createdAt"
  from membership m join pair on pair.ended = m.id`

/** What hangs on a membership from a day to a day: where both have it, the kept one's goes on; past ones stay as they were. */
const hanging = {
  guardianship: {
    key: 'child_id',
    unite: `is_limited = own.is_limited and other.is_limited, label = coalesce(nullif(own.label, ''), other.label)`,
  },
  group_teacher: {
    key: 'group_id',
    unite: `duty = case when 'lead' in (own.duty, other.duty) then 'lead' else own.duty end`,
  },
  group_committee: { key: 'group_id', unite: `from_at = own.from_at` },
} as const

const uniteHanging = (table: keyof typeof hanging) => `with ${PAIR}
  update ${table} own set ${hanging[table].unite}
  from pair join ${table} other on other.membership_id = pair.ended and other.until_at is null
  where own.membership_id = pair.kept and own.until_at is null and own.${hanging[table].key} = other.${hanging[table].key}`
const endHanging = (table: keyof typeof hanging) => `with ${PAIR}
  update ${table} other set until_at = greatest($2::timestamptz, other.from_at)
  from pair join ${table} own on own.membership_id = pair.kept and own.until_at is null
  where other.membership_id = pair.ended and other.until_at is null
    and own.${hanging[table].key} = other.${hanging[table].key}`
const moveHanging = (table: keyof typeof hanging) => `with ${PAIR}
  update ${table} t set membership_id = pair.kept from pair where t.membership_id = pair.ended and t.until_at is null`

// One request waits for a person; none where the status is there.
const WITHDRAW = `with ${PAIR}
  update confirmation c set state = 'withdrawn', decided_at = $2
  from pair join membership m on m.id = pair.kept
  where c.state = 'requested' and (m.confirmed_at is not null and c.membership_id in (pair.kept, pair.ended)
    or c.membership_id = pair.ended and exists (
      select from confirmation o where o.membership_id = pair.kept and o.state = 'requested'))`
const MOVE_REQUESTS = `with ${PAIR}
  update confirmation c set membership_id = pair.kept from pair where c.membership_id = pair.ended and c.state = 'requested'`
const MOVE_SUBSTITUTIONS = `with ${PAIR}
  update substitution s set membership_id = pair.kept from pair
  where s.membership_id = pair.ended and s.followed <> 'over' and s.ended_at is null`
const MOVE_LINKS = `with ${PAIR}
  update invitation i set created_by = pair.kept from pair where i.created_by = pair.ended`

export async function uniteMemberships(tx: Tx, pairs: readonly MembershipPair[], now: Date): Promise<void> {
  if (pairs.length === 0) return
  const given = JSON.stringify(pairs)
  const before = await runSql<Record<string, unknown>>(tx, READ, [given])
  await runSql(tx, END, [given, now])
  await runSql(tx, UNITE, [JSON.stringify(before)])
  for (const table of ['guardianship', 'group_teacher', 'group_committee'] as const) {
    await runSql(tx, uniteHanging(table), [given])
    await runSql(tx, endHanging(table), [given, now])
    await runSql(tx, moveHanging(table), [given])
  }
  await runSql(tx, WITHDRAW, [given, now])
  for (const move of [MOVE_REQUESTS, MOVE_SUBSTITUTIONS, MOVE_LINKS]) await runSql(tx, move, [given])
}

/** All of them, former ones too; where the other one belongs now. */
export async function moveMemberships(tx: Tx, { kept, ended }: Pair): Promise<OrganizationId[]> {
  const { rows } = await sql<{ organizationId: OrganizationId }>`
    with moved as (
      update membership set account_id = ${kept} where account_id = ${ended} returning organization_id
    ) select distinct organization_id as "organizationId" from moved`.execute(tx)
  return rows.map(({ organizationId }) => organizationId)
}
