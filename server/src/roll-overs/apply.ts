import type { ChildId, GroupId, RollOver, RollOverId } from '@kolosok/contract'
import { type AuditEntry, recordAudits } from '#audit/index.ts'
import { rollOvers } from '#locales/ru/roll-overs.ts'
import { finishStructureChange, lockOrganization, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { queueCounting } from '#platform/counting.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { createTexts } from '#platform/texts.ts'
import type { RollOverTraces } from '#platform/schema/roll-overs.ts'
import { accessRollOver } from './access.ts'
import {
  endMembershipsFor,
  insertMembersOf,
  listEndedCommittee,
  listGuardianAccounts,
  moveAll,
  takeMoment,
  updateGroups,
  updateToLeft,
} from './change.store.ts'
import type { Plan, PlannedGroup } from './plan.ts'
import { outcomeOf, presentRollOver, readPlan } from './present.ts'
import { type RollOverRow, updateToApplied } from './store.ts'

const t = createTexts(rollOvers)

/** Exactly what was looked at, in one transaction; nothing where the structure has changed under it. */
export function applyRollOver(
  context: StructureContext,
  actor: Actor,
  { rollOverId, seen }: { rollOverId: RollOverId; seen: string },
): Promise<RollOver> {
  return transact(context.db, async (tx, afterCommit) => {
    const { organizationId } = await accessRollOver(tx, actor, rollOverId)
    await lockOrganization(tx, organizationId)
    const row = await accessRollOver(tx, actor, rollOverId)
    // A retry after a lost answer; for anybody else the other one was first.
    const isDone = row.state === 'applied' && row.appliedById === actor.accountId
    if (!isDone) await turnOver(context, tx, actor, row, seen, afterCommit)
    return presentRollOver(context, tx, await accessRollOver(tx, actor, rollOverId))
  })
}

async function turnOver(
  context: StructureContext,
  tx: Tx,
  actor: Actor,
  row: RollOverRow,
  seen: string,
  afterCommit: AfterCommit,
): Promise<void> {
  if (row.state !== 'draft') throw new AppError('roll-over-over')
  const plan = await readPlan(tx, row)
  const outcome = outcomeOf(plan)
  const { totals } = outcome
  if (seen !== outcome.digest) throw new AppError('roll-over-changed')
  if (totals.faults > 0) throw new AppError('roll-over-faulty', { params: { count: totals.faults } })
  const changed = changedIn(plan)
  if (changed.length === 0) throw new AppError('roll-over-empty')

  const { organizationId, id } = row
  const groupIds = changed.map((group) => group.id)
  const at = await takeMoment(tx)
  await insertMembersOf(tx, id, groupIds)
  const made = await changeStructure(tx, plan, changed, at)
  const accountIds = await listGuardianAccounts(tx, [...new Set(made.steps.map(({ childId }) => childId))])
  const year = { ...yearOf(plan, changed, context.clock()), reopened: [] }
  await finishStructureChange(context, tx, actor, { organizationId, groupIds, accountIds, year }, afterCommit)
  const traces = { ...made, committee: await listEndedCommittee(tx, organizationId, at) }
  await updateToApplied(tx, id, { at: context.clock(), by: actor.accountId, outcome, traces })
  await recordAudits(tx, actor, entriesOf(row, traces, totals))
  await queueCounting(tx)
  afterCommit(() => {
    publishStale(context.bus, accountIds, 'account')
  })
}

/** Those that somebody leaves or comes to, that get another name or age, or that go to the archive. */
function changedIn({ groups, steps }: Plan): PlannedGroup[] {
  const touched = new Set(
    steps.flatMap(({ groupId, toGroupId }) => (groupId === toGroupId ? [] : [groupId, toGroupId])),
  )
  return groups.filter(({ id, name, age, after }) => touched.has(id) || after?.name !== name || after.age !== age)
}

async function changeStructure(
  tx: Tx,
  { steps: all }: Plan,
  changed: readonly PlannedGroup[],
  at: Date,
): Promise<Omit<RollOverTraces, 'committee'>> {
  const steps = all
    .filter(({ groupId, toGroupId }) => groupId !== toGroupId)
    .map(({ childId, groupId, toGroupId }) => ({ childId, fromGroupId: groupId, toGroupId }))
  const here = new Set(all.filter(({ toGroupId }) => toGroupId !== null).map(({ childId }) => childId))
  const left = [...new Set(steps.map(({ childId }) => childId))].filter((childId: ChildId) => !here.has(childId))
  await moveAll(tx, steps, at)
  await updateToLeft(tx, left, at)
  const memberships = await endMembershipsFor(tx, left, at)
  await updateGroups(
    tx,
    changed.map(({ id, after }) => ({ id, to: after })),
    at,
  )
  const groups = changed.map(({ id, name, age, after }) => ({ id, before: { name, age }, after }))
  return { moment: at.toISOString(), steps, left, memberships, groups }
}

/** Where nobody stays, the year's chat is over; where children stay and only grow older, it goes on. */
function yearOf({ steps }: Plan, changed: readonly PlannedGroup[], now: Date) {
  const remaining = new Set(steps.filter(({ groupId, toGroupId }) => groupId === toGroupId).map((step) => step.groupId))
  const hadChildren = new Set(steps.map(({ groupId }) => groupId))
  const isOver = ({ id, after }: PlannedGroup) => after === null || (hadChildren.has(id) && !remaining.has(id))
  const year = now.getFullYear()
  const title = (name: string) =>
    t('archive', { name, from: String(year - 1), until: String(year % 100).padStart(2, '0') })
  return {
    ended: changed.filter(isOver).map(({ id, name }) => ({ groupId: id, title: title(name) })),
    began: changed.filter((group) => !isOver(group) && group.after?.age !== group.age).map(({ id }): GroupId => id),
  }
}

function entriesOf(row: RollOverRow, traces: RollOverTraces, totals: RollOver['totals']): AuditEntry[] {
  const { id, organizationId } = row
  const counts = { children: totals.moving + totals.leaving, groups: traces.groups.length }
  return [
    { organizationId, action: 'roll-over.applied', subjectKind: 'roll-over', subjectId: id, details: counts },
    ...traces.groups.map(({ id: groupId, after }) => ({
      organizationId,
      action: after ? ('group.edited' as const) : ('group.archived' as const),
      subjectKind: 'group',
      subjectId: groupId,
    })),
    ...traces.steps.map(({ childId, fromGroupId, toGroupId }) => ({
      organizationId,
      action: toGroupId === null ? ('child.removed' as const) : ('child.moved' as const),
      subjectKind: 'child',
      subjectId: childId,
      details: toGroupId === null ? { groupId: fromGroupId } : { fromGroupId, toGroupId },
    })),
    ...traces.memberships.map((membershipId) => ({
      organizationId,
      action: 'membership.ended' as const,
      subjectKind: 'membership',
      subjectId: membershipId,
    })),
  ]
}
