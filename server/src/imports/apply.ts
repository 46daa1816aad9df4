import type { AuditAction, ChildId, GroupId, ImportDraft, ImportId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { expectGuardians, takeChildrenIn, takeChildrenOut } from '#children/index.ts'
import { closeEmptyGroups, openGroups } from '#groups/index.ts'
import { finishStructureChange, lockOrganization, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { transact, type Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { accessImport, requireState } from './access.ts'
import { guessAge } from './guess-age.ts'
import { presentImport, readLines } from './present.ts'
import { type ImportRow, listPresent, lockImport, updateToApplied, updateToUndone } from './store.ts'
import { groupKey, type Line } from './understand.ts'

type One = { readonly importId: ImportId }

/** Everything that is ready, in one transaction; nothing while a line is neither mended nor left out. */
export async function applyImport(context: StructureContext, actor: Actor, { importId }: One): Promise<ImportDraft> {
  return transact(context.db, async (tx, afterCommit) => {
    const seen = await accessImport(tx, actor, importId)
    await lockOrganization(tx, seen.organizationId)
    await lockImport(tx, importId)
    const row = await accessImport(tx, actor, importId)
    if (row.state === 'applied') return presentImport(tx, row)
    if (row.state === 'undone') throw new AppError('import-over')
    const { lines } = await readLines(tx, row)
    const bad = lines.filter(({ state }) => state === 'bad').length
    if (bad > 0) throw new AppError('import-has-bad-lines', { params: { count: bad } })
    const ready = lines.filter(({ state }) => state === 'ready')
    if (ready.length === 0) throw new AppError('import-empty')
    const made = await bringIn(tx, actor, row, ready)
    await updateToApplied(tx, importId, { ...made, at: context.clock() })
    const counts = { groups: made.groups.length, children: made.children.length }
    await record(tx, actor, row, { action: 'import.applied', details: counts })
    const change = { organizationId: row.organizationId, groupIds: made.touched }
    await finishStructureChange(context, tx, actor, change, afterCommit)
    return presentImport(tx, await accessImport(tx, actor, importId))
  })
}

async function bringIn(tx: Tx, actor: Actor, { organizationId }: ImportRow, ready: readonly Line[]) {
  const present = await listPresent(tx, organizationId)
  const idOf = new Map<string, GroupId>(present.map(({ id, name }) => [groupKey(name), id]))
  // As the first line spells it.
  const named = new Map(ready.toReversed().map(({ group }) => [groupKey(group), group]))
  const groups = [...named]
    .toReversed()
    .filter(([key]) => !idOf.has(key))
    .map(([key, name]) => ({ key, id: newId<GroupId>(), name }))
  for (const { key, id } of groups) idOf.set(key, id)
  await openGroups(
    tx,
    actor,
    organizationId,
    groups.map(({ id, name }) => ({ id, name, kind: 'class', age: guessAge(name), programme: '' })),
  )
  const children = ready.map(({ name, group, guardians }) => {
    const groupId = idOf.get(groupKey(group))
    if (!groupId) throw new Error('Every group has its id by now')
    return { id: newId<ChildId>(), name, groupId, contacts: guardians }
  })
  await takeChildrenIn(tx, actor, organizationId, children)
  await expectGuardians(
    tx,
    children.map(({ id, contacts }) => ({ childId: id, contacts })),
  )
  return {
    groups: groups.map(({ id }) => id),
    children: children.map(({ id }) => id),
    touched: [...new Set(children.map(({ groupId }) => groupId))],
  }
}

/** Takes out what came in, as long as nobody has joined by it; the groups that were made close when empty. */
export async function undoImport(context: StructureContext, actor: Actor, { importId }: One): Promise<ImportDraft> {
  return transact(context.db, async (tx, afterCommit) => {
    const seen = await accessImport(tx, actor, importId)
    await lockOrganization(tx, seen.organizationId)
    await lockImport(tx, importId)
    const again = await accessImport(tx, actor, importId)
    if (again.state === 'undone') return presentImport(tx, again)
    const row = await requireState(tx, actor, importId, 'applied')
    const left = await takeChildrenOut(tx, actor, row.organizationId, row.madeChildren)
    if (!left) throw new AppError('import-in-use')
    await closeEmptyGroups(tx, actor, row.organizationId, row.madeGroups)
    await updateToUndone(tx, importId, context.clock())
    await record(tx, actor, row, { action: 'import.undone' })
    const groupIds = [...new Set([...left, ...row.madeGroups])]
    await finishStructureChange(context, tx, actor, { organizationId: row.organizationId, groupIds }, afterCommit)
    return presentImport(tx, await accessImport(tx, actor, importId))
  })
}

type Done = { readonly action: AuditAction; readonly details?: Record<string, unknown> }

const record = (tx: Tx, actor: Actor, { id, organizationId }: ImportRow, done: Done): Promise<void> =>
  recordAudit(tx, actor, { organizationId, subjectKind: 'import', subjectId: id, ...done })
