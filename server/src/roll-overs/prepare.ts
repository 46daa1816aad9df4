import type {
  ChildId,
  GroupAfterYear,
  GroupId,
  OrganizationId,
  RollOver,
  RollOverId,
  RollOverWay,
} from '@kolosok/contract'
import { accessOrganization, lockOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessDraft, accessRollOver } from './access.ts'
import { belongingKey, type Now } from './plan.ts'
import { presentRollOver, readPlan } from './present.ts'
import {
  deleteRollOver,
  findLatest,
  insertRollOver,
  listChildren,
  readNow,
  type RollOverRow,
  updateDecisions,
} from './store.ts'

type In = { readonly organizationId: OrganizationId }
type One = { readonly rollOverId: RollOverId }
type OfGroup = One & { readonly groupId: GroupId }
type OfChild = OfGroup & { readonly childId: ChildId }

export async function getLatest(context: Context, actor: Actor, { organizationId }: In) {
  await accessOrganization(context.db, actor, organizationId, 'manageStructure')
  const row = await findLatest(context.db, organizationId)
  return { rollOver: row ? await presentRollOver(context, context.db, row) : null }
}

/** One at a time in an organization: whoever comes second prepares the same one. */
export function beginRollOver(
  context: Context,
  actor: Actor,
  { organizationId, rollOverId: id, way }: In & One & { way: RollOverWay },
): Promise<RollOver> {
  return transact(context.db, async (tx) => {
    await lockOrganization(tx, organizationId)
    await accessOrganization(tx, actor, organizationId, 'manageStructure')
    await insertRollOver(tx, { id, organizationId, way, createdBy: actor.accountId, createdAt: context.clock() })
    const row = await findLatest(tx, organizationId)
    if (!row) throw new AppError('not-found')
    return presentRollOver(context, tx, row)
  })
}

export function setWay(context: Context, actor: Actor, { rollOverId, way }: One & { way: RollOverWay }) {
  return underDraft(context, actor, rollOverId, (tx) =>
    updateDecisions(tx, rollOverId, { way, groups: {}, children: {} }),
  )
}

export function planGroup(
  context: Context,
  actor: Actor,
  { rollOverId, groupId, toGroupId, after }: OfGroup & { toGroupId: GroupId | null; after: GroupAfterYear | null },
) {
  return underDraft(context, actor, rollOverId, async (tx, row) => {
    const now = await readNow(tx, row.organizationId)
    requireGroup(now, groupId)
    requirePlace(now, toGroupId)
    const groups = { ...row.groupDecisions, [groupId]: { toGroupId, after } }
    await updateDecisions(tx, rollOverId, { groups })
  })
}

export function unplanGroup(context: Context, actor: Actor, { rollOverId, groupId }: OfGroup) {
  return underDraft(context, actor, rollOverId, async (tx, row) => {
    requireGroup(await readNow(tx, row.organizationId), groupId)
    const { [groupId]: _, ...groups } = row.groupDecisions
    await updateDecisions(tx, rollOverId, { groups })
  })
}

export function planChild(
  context: Context,
  actor: Actor,
  { rollOverId, toGroupId, ...belonging }: OfChild & { toGroupId: GroupId | null },
) {
  return underDraft(context, actor, rollOverId, async (tx, row) => {
    const now = await readNow(tx, row.organizationId)
    requireBelonging(now, belonging)
    requirePlace(now, toGroupId)
    const children = { ...row.childDecisions, [belongingKey(belonging)]: toGroupId }
    await updateDecisions(tx, rollOverId, { children })
  })
}

export function unplanChild(context: Context, actor: Actor, { rollOverId, ...belonging }: OfChild) {
  return underDraft(context, actor, rollOverId, async (tx, row) => {
    requireBelonging(await readNow(tx, row.organizationId), belonging)
    const { [belongingKey(belonging)]: _, ...children } = row.childDecisions
    await updateDecisions(tx, rollOverId, { children })
  })
}

export async function getChildren(context: Context, actor: Actor, { rollOverId, groupId }: OfGroup) {
  const row = await accessDraft(context.db, actor, rollOverId)
  const { groups, steps } = await readPlan(context.db, row)
  const group = groups.find(({ id }) => id === groupId)
  if (!group) throw new AppError('not-found')
  const ways = new Map(steps.filter((step) => step.groupId === groupId).map((step) => [step.childId, step.toGroupId]))
  const children = await listChildren(context.db, groupId)
  return {
    children: children.map(({ id, name }) => {
      const toGroupId = ways.get(id) ?? null
      return { id, name, toGroupId, isException: toGroupId !== group.toGroupId }
    }),
  }
}

export async function discardRollOver(context: Context, actor: Actor, { rollOverId }: One) {
  return transact(context.db, async (tx) => {
    const { organizationId } = await accessRollOver(tx, actor, rollOverId)
    await lockOrganization(tx, organizationId)
    await accessDraft(tx, actor, rollOverId)
    await deleteRollOver(tx, rollOverId)
    return {}
  })
}

/** Two who plan at once both keep what they decided: each sees what the one before wrote. */
async function underDraft(
  context: Context,
  actor: Actor,
  rollOverId: RollOverId,
  change: (tx: Tx, row: RollOverRow) => Promise<void>,
): Promise<RollOver> {
  return transact(context.db, async (tx) => {
    const { organizationId } = await accessRollOver(tx, actor, rollOverId)
    await lockOrganization(tx, organizationId)
    await change(tx, await accessDraft(tx, actor, rollOverId))
    return presentRollOver(context, tx, await accessRollOver(tx, actor, rollOverId))
  })
}

function requireGroup({ groups }: Now, groupId: GroupId): void {
  if (!groups.some(({ id }) => id === groupId)) throw new AppError('not-found')
}

function requirePlace({ groups }: Now, toGroupId: GroupId | null): void {
  if (toGroupId !== null && !groups.some(({ id }) => id === toGroupId)) throw invalidFields({ toGroupId: 'unknown' })
}

function requireBelonging({ belongings }: Now, { groupId, childId }: Omit<OfChild, 'rollOverId'>): void {
  if (!belongings.some((one) => one.groupId === groupId && one.childId === childId)) throw new AppError('not-found')
}
