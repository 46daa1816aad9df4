import type { AuditAction, GroupId, ImportDraft, ImportId, ImportLine } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { takeChildrenOut } from '#children/index.ts'
import { closeEmptyGroups } from '#groups/index.ts'
import { takeInvitationsBack } from '#invitations/index.ts'
import { finishStructureChange, lockOrganization, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { queueCounting } from '#platform/counting.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessImport, requireState } from './access.ts'
import { bringChildrenIn } from './bring-children-in.ts'
import { bringGroupsIn } from './bring-groups-in.ts'
import { bringStaffIn } from './bring-staff-in.ts'
import { isComingDoubtful, presentImport, readGroupLines, readLines, readStaffLines } from './present.ts'
import { type ImportRow, listPresent, lockImport, updateToApplied, updateToUndone } from './store.ts'

type One = { readonly importId: ImportId }
/** Of what was on the screen where it was decided. */
type Decided = One & { readonly seen?: string | undefined }

/** Everything that is ready, in one transaction; nothing while a line is neither mended nor left out. */
export function applyImport(
  context: StructureContext,
  actor: Actor,
  { importId, seen }: Decided,
): Promise<ImportDraft> {
  return underImport(context, actor, importId, async (tx, row, afterCommit) => {
    if (row.state === 'applied') return
    if (row.state === 'undone') throw new AppError('import-over')
    // The groups may have been renamed meanwhile, or moved up a year.
    if (seen !== undefined && seen !== (await presentImport(context, tx, row)).digest)
      throw new AppError('import-outdated')
    const made = await bringIn(context, tx, actor, row)
    await updateToApplied(tx, importId, { ...made, at: context.clock() })
    const { groups, children, invitations } = made
    const counts = { groups: groups.length, children: children.length, invitations: invitations.length }
    await record(tx, actor, row, { action: 'import.applied', details: { kind: row.kind, ...counts } })
    const change = { organizationId: row.organizationId, groupIds: made.touched }
    await finishStructureChange(context, tx, actor, change, afterCommit)
    await queueCounting(tx)
  })
}

async function bringIn(context: StructureContext, tx: Tx, actor: Actor, row: ImportRow) {
  if (row.kind === 'staff') {
    const ready = allReady((await readStaffLines(context, tx, row)).lines)
    return { ...(await bringStaffIn(context, tx, actor, row, ready)), doubtful: doubtfulOf(ready) }
  }
  if (row.kind === 'groups') {
    const ready = allReady((await readGroupLines(tx, row)).lines)
    return { ...(await bringGroupsIn(tx, actor, row, ready)), doubtful: doubtfulOf(ready) }
  }
  const ready = allReady((await readLines(tx, row)).lines)
  return { ...(await bringChildrenIn(tx, actor, row, ready)), doubtful: doubtfulOf(ready) }
}

const doubtfulOf = (ready: readonly ImportLine[]): number[] => ready.filter(isComingDoubtful).map(({ line }) => line)

function allReady<L extends { readonly state: string }>(lines: readonly L[]): L[] {
  const bad = lines.filter(({ state }) => state === 'bad').length
  if (bad > 0) throw new AppError('import-has-bad-lines', { params: { count: bad } })
  const ready = lines.filter(({ state }) => state === 'ready')
  if (ready.length === 0) throw new AppError('import-empty')
  return ready
}

/** Takes out what came in, as long as nobody has joined by it; the groups that were made close when empty. */
export function undoImport(context: StructureContext, actor: Actor, { importId }: One): Promise<ImportDraft> {
  return underImport(context, actor, importId, async (tx, { state }, afterCommit) => {
    if (state === 'undone') return
    const row = await requireState(tx, actor, importId, 'applied')
    const left = await takeOut(context, tx, actor, row)
    if (!left) throw new AppError('import-in-use')
    await closeEmptyGroups(tx, actor, row.organizationId, row.madeGroups)
    // A list of groups goes out as a whole; those of other lists stay where somebody is in them.
    if (row.kind === 'groups' && (await isSomeOpen(tx, row))) throw new AppError('import-in-use')
    await updateToUndone(tx, importId, context.clock())
    await record(tx, actor, row, { action: 'import.undone' })
    const groupIds = [...new Set([...left, ...row.madeGroups])]
    await finishStructureChange(context, tx, actor, { organizationId: row.organizationId, groupIds }, afterCommit)
  })
}

async function isSomeOpen(tx: Tx, { organizationId, madeGroups }: ImportRow): Promise<boolean> {
  return (await listPresent(tx, organizationId)).some(({ id }) => madeGroups.includes(id))
}

/** The groups that somebody left; undefined, and nothing done, once somebody has joined. */
async function takeOut(
  context: StructureContext,
  tx: Tx,
  actor: Actor,
  row: ImportRow,
): Promise<GroupId[] | undefined> {
  const { organizationId, madeChildren, madeInvitations } = row
  if (row.kind === 'groups') return []
  if (row.kind === 'children') return takeChildrenOut(tx, actor, organizationId, madeChildren)
  const isBack = await takeInvitationsBack(context, tx, actor, { organizationId, ids: madeInvitations })
  return isBack ? [] : undefined
}

type Work = (tx: Tx, row: ImportRow, afterCommit: AfterCommit) => Promise<void>

/** One at a time in an organization: whoever waited is asked for their right, and sees what is there by then. */
function underImport(context: StructureContext, actor: Actor, importId: ImportId, work: Work): Promise<ImportDraft> {
  return transact(context.db, async (tx, afterCommit) => {
    const { organizationId } = await accessImport(tx, actor, importId)
    await lockOrganization(tx, organizationId)
    await lockImport(tx, importId)
    await work(tx, await accessImport(tx, actor, importId), afterCommit)
    return presentImport(context, tx, await accessImport(tx, actor, importId))
  })
}

type Done = { readonly action: AuditAction; readonly details?: Record<string, unknown> }

const record = (tx: Tx, actor: Actor, { id, organizationId }: ImportRow, done: Done): Promise<void> =>
  recordAudit(tx, actor, { organizationId, subjectKind: 'import', subjectId: id, ...done })
