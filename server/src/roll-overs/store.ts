import type { AccountId, ChildId, GroupId, OrganizationId, RollOverId, RollOverWay } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db, type Tx } from '#platform/db.ts'
import type { ChildDecisions, GroupDecisions, RollOverOutcome, RollOverTraces } from '#platform/schema/roll-overs.ts'
import type { Belonging, Now } from './plan.ts'
import type { GroupNow } from './propose.ts'

export type RollOverRow = NonNullable<Awaited<ReturnType<typeof findRollOver>>>

const rollOvers = (db: Db) =>
  db
    .selectFrom('roll_over')
    .innerJoin('account as maker', 'maker.id', 'roll_over.created_by')
    .leftJoin('account as doer', 'doer.id', 'roll_over.applied_by')
    .select([
      'roll_over.id',
      'organization_id as organizationId',
      'state',
      'way',
      'group_decisions as groupDecisions',
      'child_decisions as childDecisions',
      'roll_over.created_at as createdAt',
      'applied_at as appliedAt',
      'applied_by as appliedById',
      'undone_at as undoneAt',
      'outcome',
      'traces',
      sql<string>`btrim(maker.given_name || ' ' || maker.family_name)`.as('createdBy'),
      sql<string>`coalesce(btrim(doer.given_name || ' ' || doer.family_name), '')`.as('appliedBy'),
    ])

export const findRollOver = (db: Db, id: RollOverId) => rollOvers(db).where('roll_over.id', '=', id).executeTakeFirst()

/** The one that is being prepared; else the last one. */
export const findLatest = (db: Db, organizationId: OrganizationId) =>
  rollOvers(db)
    .where('organization_id', '=', organizationId)
    .orderBy(sql`state = 'draft'`, 'desc')
    .orderBy('roll_over.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

type New = { id: RollOverId; organizationId: OrganizationId; way: RollOverWay; createdBy: AccountId; createdAt: Date }

/** Nothing where an organization prepares one already, or on a retry. */
export async function insertRollOver(tx: Tx, given: New): Promise<void> {
  await tx
    .insertInto('roll_over')
    .values({
      id: given.id,
      organization_id: given.organizationId,
      way: given.way,
      created_by: given.createdBy,
      created_at: given.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateDecisions(
  tx: Tx,
  id: RollOverId,
  given: { way?: RollOverWay; groups?: GroupDecisions; children?: ChildDecisions },
): Promise<void> {
  await tx
    .updateTable('roll_over')
    .where('id', '=', id)
    .set({
      ...(given.way && { way: given.way }),
      ...(given.groups && { group_decisions: JSON.stringify(given.groups) }),
      ...(given.children && { child_decisions: JSON.stringify(given.children) }),
    })
    .execute()
}

export async function deleteRollOver(tx: Tx, id: RollOverId): Promise<void> {
  await tx.deleteFrom('roll_over').where('id', '=', id).execute()
}

type Applied = { at: Date; by: AccountId; outcome: RollOverOutcome; traces: RollOverTraces }

export async function updateToApplied(tx: Tx, id: RollOverId, { at, by, outcome, traces }: Applied): Promise<void> {
  await tx
    .updateTable('roll_over')
    .where('id', '=', id)
    .set({
      state: 'applied',
      applied_at: at,
      applied_by: by,
      outcome: JSON.stringify(outcome),
      traces: JSON.stringify(traces),
    })
    .execute()
}

/** What undoing took is not needed any more. */
export async function updateToUndone(tx: Tx, id: RollOverId, at: Date): Promise<void> {
  await tx.updateTable('roll_over').where('id', '=', id).set({ state: 'undone', undone_at: at, traces: null }).execute()
  await tx.deleteFrom('roll_over_member').where('roll_over_id', '=', id).execute()
}

/** The open groups in their order, and who is in them. */
export async function readNow(db: Db, organizationId: OrganizationId): Promise<Now> {
  const open: GroupNow[] = await db
    .selectFrom('group')
    .where('organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .select(['id', 'kind', 'name', 'age', 'parent_id as parentId'])
    .orderBy('place')
    .orderBy('id')
    .execute()
  const groups = open.filter(({ kind }) => kind !== 'staff')
  const keptNames = open.filter(({ kind }) => kind === 'staff').map(({ name }) => name)
  const belongings: Belonging[] = await db
    .selectFrom('group_child')
    .where('group_id', '=', anyOf(groups.map(({ id }) => id)))
    .where('until_at', 'is', null)
    .select(['group_id as groupId', 'child_id as childId'])
    .orderBy('group_id')
    .orderBy('child_id')
    .execute()
  return { groups, belongings, keptNames }
}

export function listChildren(db: Db, groupId: GroupId): Promise<{ id: ChildId; name: string }[]> {
  return db
    .selectFrom('group_child')
    .innerJoin('child', 'child.id', 'group_child.child_id')
    .where('group_id', '=', groupId)
    .where('until_at', 'is', null)
    .select(['child.id', 'child.name'])
    .orderBy('child.name')
    .orderBy('child.id')
    .execute()
}

/** Roll-overs that nobody can undo any more; and nobody's address is kept for a child that left by one. */
export async function forgetTraces(db: Db, before: Date): Promise<void> {
  const over = db.selectFrom('roll_over').where('traces', 'is not', null).where('applied_at', '<', before).select('id')
  await db.deleteFrom('roll_over_member').where('roll_over_id', 'in', over).execute()
  await sql`
    delete from guardian_contact where child_id in (
      select child.id from roll_over r, jsonb_array_elements_text(r.traces -> 'left') as gone (id)
      join child on child.id = gone.id::uuid
      where r.traces is not null and r.applied_at < ${before} and child.left_at is not null)
  `.execute(db)
  await db.updateTable('roll_over').where('id', 'in', over).set({ traces: null }).execute()
}

export async function countTraces(db: Db, before: Date): Promise<number> {
  const { count } = await db
    .selectFrom('roll_over')
    .where('traces', 'is not', null)
    .where('applied_at', '<', before)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
