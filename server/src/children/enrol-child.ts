import type { Child, ChildId, GroupId, LeftChild, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessGroup, lockStructureOf } from '#groups/index.ts'
import { createMembership } from '#memberships/index.ts'
import { accessOrganization, finishStructureChange, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { type Db, transact, type Tx } from '#platform/db.ts'
import { accessChild } from './access.ts'
import { presentChild } from './children.ts'
import { endGuardianship, listFormerGuardians, listLeft, updateToHere } from './left.store.ts'
import { insertBelongings, listGuardians, upsertGuardianship } from './store.ts'

const PAGE = 50

/** Into one more group, or back into one; the guardians are in its chat from then on. */
export async function enrolChild(
  context: StructureContext,
  actor: Actor,
  { childId, groupId }: { childId: ChildId; groupId: GroupId },
): Promise<Child> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockStructureOf(tx, groupId)
    const group = await accessGroup(tx, actor, groupId, 'editChildren')
    const child = await accessChild(tx, actor, childId, 'enrol')
    const { organizationId } = child
    if (group.organizationId !== organizationId) throw new AppError('not-found')
    if (!child.groupIds.includes(groupId)) {
      await insertBelongings(tx, [{ childId, groupId }])
      if (child.hasLeft) await bringBack(tx, actor, organizationId, childId)
      const subject = { subjectKind: 'child', subjectId: childId, details: { groupId } }
      const action = child.hasLeft ? 'child.returned' : 'child.enrolled'
      await recordAudit(tx, actor, { organizationId, action, ...subject })
      const accountIds = (await listGuardians(tx, childId)).map((guardian) => guardian.accountId)
      await finishStructureChange(context, tx, actor, { organizationId, groupIds: [groupId], accountIds }, afterCommit)
      afterCommit(() => {
        publishStale(context.bus, accountIds, 'account')
      })
    }
    return presentChild(tx, child)
  })
}

/** The child, and whoever was here only for it: as a new membership, so that the time between stays visible. */
async function bringBack(tx: Tx, actor: Actor, organizationId: OrganizationId, childId: ChildId): Promise<void> {
  await updateToHere(tx, childId)
  for (const { membershipId, accountId, label, isLimited } of await listFormerGuardians(tx, childId)) {
    await endGuardianship(tx, { childId, membershipId })
    const { id } = await createMembership(tx, actor, { organizationId, accountId, role: 'parent' })
    await upsertGuardianship(tx, { childId, membershipId: id, label, isLimited })
  }
}

/** Those who have left, for whoever may bring them back. */
export async function getLeftChildren(
  { db }: { db: Db },
  actor: Actor,
  { organizationId, after }: { organizationId: OrganizationId; after?: ChildId | undefined },
): Promise<{ children: LeftChild[]; next: ChildId | null }> {
  await accessOrganization(db, actor, organizationId, 'manageStructure')
  const rows = await listLeft(db, organizationId, { after, limit: PAGE + 1 })
  const children = rows.slice(0, PAGE).map(({ id, name, leftAt, groupId, groupName, isArchived }) => ({
    id,
    name,
    leftAt: leftAt.toISOString(),
    group: { id: groupId, name: groupName, isArchived },
  }))
  return { children, next: rows.length > PAGE ? (children.at(-1)?.id ?? null) : null }
}
