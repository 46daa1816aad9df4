import type { Child, ChildId, GroupId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessGroup, lockStructureOf } from '#groups/index.ts'
import { endMembership } from '#memberships/index.ts'
import { finishStructureChange, lockOrganization, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { transact, type Tx } from '#platform/db.ts'
import { accessChild } from './access.ts'
import { presentChild } from './children.ts'
import { deleteContacts } from './contact.store.ts'
import {
  countGroups,
  endBelonging,
  hasBelonged,
  insertBelongings,
  listGuardians,
  updateName,
  updateToLeft,
} from './store.ts'

type Target = { readonly childId: ChildId }

export async function renameChild(
  context: StructureContext,
  actor: Actor,
  { childId, name }: Target & { name: string },
): Promise<Child> {
  return transact(context.db, async (tx, afterCommit) => {
    const { organizationId, groupIds, ...child } = await accessChild(tx, actor, childId, 'edit')
    if (child.name !== name) {
      await updateName(tx, childId, name)
      const subject = { subjectKind: 'child', subjectId: childId }
      await recordAudit(tx, actor, { organizationId, action: 'child.renamed', ...subject })
      // Nobody comes or goes: only what screens show of it is stale.
      await finishStructureChange(context, tx, actor, { organizationId, groupIds: [] }, afterCommit)
    }
    return presentChild(tx, { id: childId, name })
  })
}

/** The guardians follow, and so do the chats: both groups change in one transaction. */
export async function moveChild(
  context: StructureContext,
  actor: Actor,
  { childId, fromGroupId, toGroupId }: Target & { fromGroupId: GroupId; toGroupId: GroupId },
): Promise<Child> {
  return transact(context.db, async (tx, afterCommit) => {
    const seen = await accessChild(tx, actor, childId, 'edit')
    await lockOrganization(tx, seen.organizationId)
    const { organizationId, groupIds, ...child } = await accessChild(tx, actor, childId, 'edit')
    const from = await accessGroup(tx, actor, fromGroupId, 'editChildren')
    const to = await accessGroup(tx, actor, toGroupId, 'editChildren')
    if (from.organizationId !== organizationId || to.organizationId !== organizationId) throw new AppError('not-found')
    const isThere = groupIds.includes(toGroupId)
    if (!groupIds.includes(fromGroupId) && !isThere) throw new AppError('child-elsewhere')
    if (fromGroupId !== toGroupId && groupIds.includes(fromGroupId)) {
      await endBelonging(tx, { childId, groupId: fromGroupId })
      await insertBelongings(tx, [{ childId, groupId: toGroupId }])
      const details = { fromGroupId, toGroupId }
      const subject = { subjectKind: 'child', subjectId: childId }
      await recordAudit(tx, actor, { organizationId, action: 'child.moved', ...subject, details })
      const accountIds = (await listGuardians(tx, childId)).map((guardian) => guardian.accountId)
      const change = { organizationId, groupIds: [fromGroupId, toGroupId], accountIds }
      await finishStructureChange(context, tx, actor, change, afterCommit)
    }
    return presentChild(tx, { id: childId, name: child.name })
  })
}

/** Out of the group from now on. Out of the last one: the child has left, and whoever was here only for it. */
export async function removeChild(
  context: StructureContext,
  actor: Actor,
  { childId, groupId }: Target & { groupId: GroupId },
): Promise<{ hasLeft: boolean }> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockStructureOf(tx, groupId)
    const { organizationId } = await accessGroup(tx, actor, groupId, 'editChildren')
    if (!(await hasBelonged(tx, { childId, groupId }))) throw new AppError('not-found')
    const isRemoved = await endBelonging(tx, { childId, groupId })
    const hasLeft = (await countGroups(tx, childId)) === 0
    if (isRemoved) {
      const guardians = await listGuardians(tx, childId)
      if (hasLeft) await leave(tx, actor, childId, guardians)
      const subject = { subjectKind: 'child', subjectId: childId }
      const details = { groupId, hasLeft }
      await recordAudit(tx, actor, { organizationId, action: 'child.removed', ...subject, details })
      const accountIds = guardians.map((guardian) => guardian.accountId)
      await finishStructureChange(context, tx, actor, { organizationId, groupIds: [groupId], accountIds }, afterCommit)
    }
    return { hasLeft }
  })
}

async function leave(tx: Tx, actor: Actor, childId: ChildId, guardians: Awaited<ReturnType<typeof listGuardians>>) {
  await updateToLeft(tx, childId)
  await deleteContacts(tx, [childId])
  for (const guardian of guardians) if (!guardian.hasOtherChild) await endMembership(tx, actor, guardian)
}
