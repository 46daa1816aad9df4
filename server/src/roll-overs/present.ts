import { createHash } from 'node:crypto'
import { type RollOver, UNDOABLE_DAYS } from '@kolosok/contract'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import type { RollOverOutcome } from '#platform/schema/roll-overs.ts'
import { makePlan, type Plan } from './plan.ts'
import { readNow, type RollOverRow } from './store.ts'

const DAY = 24 * 3600 * 1000

export async function readPlan(db: Db, row: RollOverRow): Promise<Plan> {
  const decisions = { way: row.way, groups: row.groupDecisions, children: row.childDecisions }
  return makePlan(await readNow(db, row.organizationId), decisions)
}

/** What a plan comes to: by groups, and in all. */
export function outcomeOf({ groups, steps }: Plan): RollOverOutcome {
  const from = Map.groupBy(steps, ({ groupId }) => groupId)
  const elsewhere = Map.groupBy(
    steps.filter(({ groupId, toGroupId }) => groupId !== toGroupId),
    ({ toGroupId }) => toGroupId,
  )
  const shown = groups.map(({ id, kind, name, age, toGroupId, after, isUnclear, isEdited, fault }) => {
    const going = Map.groupBy(from.get(id) ?? [], (step) => step.toGroupId)
    const coming = elsewhere.get(id)?.length ?? 0
    return {
      ...{ id, kind, name, age, toGroupId, after, isUnclear, isEdited, fault, coming },
      childCount: from.get(id)?.length ?? 0,
      going: [...going].map(([destination, some]) => ({ toGroupId: destination, count: some.length })),
    }
  })
  const leaving = new Set(steps.filter(({ toGroupId }) => toGroupId === null).map(({ childId }) => childId))
  for (const { childId, toGroupId } of steps) if (toGroupId !== null) leaving.delete(childId)
  const moved = new Set(
    steps.filter(({ groupId, toGroupId }) => toGroupId !== null && toGroupId !== groupId).map(({ childId }) => childId),
  )
  const everybody = new Set(steps.map(({ childId }) => childId))
  const totals = {
    staying: everybody.size - leaving.size - moved.size,
    moving: moved.size,
    leaving: leaving.size,
    renamed: groups.filter(({ name, age, after }) => after && (after.name !== name || after.age !== age)).length,
    closing: groups.filter(({ after }) => after === null).length,
    faults: groups.filter(({ fault }) => fault !== null).length,
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([shown, steps]))
    .digest('base64url')
  return { groups: shown, totals, digest }
}

/** As it stands while it is prepared; as it was done afterwards. */
export async function presentRollOver(now: { readonly clock: Clock }, db: Db, row: RollOverRow): Promise<RollOver> {
  const { id, organizationId, state, way, createdAt, createdBy, appliedAt, appliedBy } = row
  const outcome = row.outcome ?? outcomeOf(await readPlan(db, row))
  const until = appliedAt && new Date(appliedAt.getTime() + UNDOABLE_DAYS * DAY)
  const isUndoable = state === 'applied' && row.traces !== null && until !== null && until > now.clock()
  return {
    ...{ id, organizationId, state, way, createdBy, appliedBy, ...outcome },
    createdAt: createdAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    undoableUntil: isUndoable ? until.toISOString() : null,
  }
}
