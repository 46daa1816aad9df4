import { type FieldError, nameKey, type RollOver, type RollOverId, UNDOABLE_DAYS } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { rollOvers } from '#locales/ru/roll-overs.ts'
import { finishStructureChange, lockOrganization, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { queueCounting } from '#platform/counting.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import type { RollOverTraces } from '#platform/schema/roll-overs.ts'
import { createTexts } from '#platform/texts.ts'
import { accessRollOver } from './access.ts'
import { listGuardianAccounts, updateGroups } from './change.store.ts'
import { presentRollOver } from './present.ts'
import { type RollOverRow, updateToUndone } from './store.ts'
import {
  bringBack,
  childrenOf,
  listGoneOn,
  listGroups,
  moveBack,
  restoreCommittee,
  restoreMembers,
} from './undo.store.ts'

const t = createTexts(rollOvers)
const DAY = 24 * 3600 * 1000
/** Of the reasons; whoever has more of them than this has gone on for good. */
const MOST_NAMED = 50

/** Everything as it was; nothing of it, with everything that is in the way, where some have gone on from there. */
export function undoRollOver(
  context: StructureContext,
  actor: Actor,
  { rollOverId }: { rollOverId: RollOverId },
): Promise<RollOver> {
  return transact(context.db, async (tx, afterCommit) => {
    const { organizationId } = await accessRollOver(tx, actor, rollOverId)
    await lockOrganization(tx, organizationId)
    const row = await accessRollOver(tx, actor, rollOverId)
    if (row.state !== 'undone') await turnBack(context, tx, actor, row, afterCommit)
    return presentRollOver(context, tx, await accessRollOver(tx, actor, rollOverId))
  })
}

async function turnBack(context: StructureContext, tx: Tx, actor: Actor, row: RollOverRow, afterCommit: AfterCommit) {
  const { id, organizationId, traces, appliedAt } = row
  if (row.state !== 'applied' || !appliedAt) throw new AppError('roll-over-over')
  const isLate = context.clock().getTime() - appliedAt.getTime() > UNDOABLE_DAYS * DAY
  if (!traces || isLate) throw new AppError('roll-over-late')
  const reasons = await reasonsAgainst(tx, row, traces)
  if (reasons.length > 0) throw new AppError('roll-over-in-use', { errors: reasons.slice(0, MOST_NAMED) })

  await moveBack(tx, traces)
  await bringBack(tx, traces)
  await updateGroups(
    tx,
    traces.groups.filter(isRestored).map((group) => ({ id: group.id, to: group.before })),
    context.clock(),
  )
  await restoreCommittee(tx, traces)
  const groupIds = traces.groups.map((group) => group.id)
  const accountIds = await listGuardianAccounts(tx, childrenOf(traces))
  const since = new Date(traces.moment)
  const reopened = traces.groups.map(({ id: groupId, before: { name } }) => {
    return { groupId, since, title: t('archive.undone', { name }) }
  })
  const year = { ended: [], began: [], reopened }
  await finishStructureChange(context, tx, actor, { organizationId, groupIds, accountIds, year }, afterCommit)
  await restoreMembers(tx, id)
  await updateToUndone(tx, id, context.clock())
  await queueCounting(tx)
  await recordAudit(tx, actor, {
    organizationId,
    action: 'roll-over.undone',
    subjectKind: 'roll-over',
    subjectId: id,
    details: { children: childrenOf(traces).length, groups: groupIds.length },
  })
  afterCommit(() => {
    publishStale(context.bus, accountIds, 'account')
  })
}

type Traced = RollOverTraces['groups'][number]

/** Got another name or age, or went to the archive. What it is called otherwise is not the roll-over's business. */
const isRestored = ({ before, after }: Traced) => before.name !== after?.name || before.age !== after.age

type Reason = 'child-gone-on' | 'group-changed' | 'name-taken'

async function reasonsAgainst(tx: Tx, { organizationId }: RollOverRow, traces: RollOverTraces): Promise<FieldError[]> {
  const now = await listGroups(tx, organizationId)
  const groups = new Map(now.map((group) => [group.id, group]))
  const restored = traces.groups.filter(isRestored)
  const ours = new Set(restored.map(({ id }) => id))
  const others = now.filter(({ id, archivedAt }) => archivedAt === null && !ours.has(id))
  const taken = new Set(others.map(({ name }) => nameKey(name)))
  const isChanged = (traced: Traced): boolean => {
    const { id, after } = traced
    const group = groups.get(id)
    if (!group) return true
    if (after === null) return group.archivedAt?.getTime() !== new Date(traces.moment).getTime()
    const isRenamed = group.name !== after.name || group.age !== after.age
    return group.archivedAt !== null || (isRestored(traced) && isRenamed)
  }
  const reason =
    (code: Reason) =>
    (name: string): FieldError => {
      return { pointer: '#', code, detail: code, params: { name } }
    }
  const changed = traces.groups.filter(isChanged)
  const clashing = restored.filter(({ before }) => taken.has(nameKey(before.name)))
  return [
    ...(await listGoneOn(tx, traces)).map(reason('child-gone-on')),
    ...changed.map(({ id, before }) => groups.get(id)?.name ?? before.name).map(reason('group-changed')),
    ...clashing.map(({ before }) => before.name).map(reason('name-taken')),
  ]
}
