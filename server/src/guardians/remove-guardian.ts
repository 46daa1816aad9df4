import type { Child, ChildId, MembershipId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import { accessChild, endGuardianship, hasBeenGuardian, listGuardians, presentChild } from '#children/index.ts'
import { revokeLinksOfChild } from '#invitations/index.ts'
import { endMembership } from '#memberships/index.ts'
import { finishStructureChange, lockOrganization, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { publishStale } from '#platform/bus.ts'
import { transact } from '#platform/db.ts'

/**
 * Out of everything this child was the reason for. The child's open links end in the same transaction: whoever is
 * removed may still hold one. Doing it twice is fine.
 */
export async function removeGuardian(
  context: StructureContext,
  actor: Actor,
  { childId, membershipId }: { childId: ChildId; membershipId: MembershipId },
): Promise<Child> {
  return transact(context.db, async (tx, afterCommit) => {
    const seen = await accessChild(tx, actor, childId, 'removeGuardian')
    await lockOrganization(tx, seen.organizationId)
    const { organizationId, groupIds, ...child } = await accessChild(tx, actor, childId, 'removeGuardian')
    const guardian = (await listGuardians(tx, childId)).find(({ id }) => id === membershipId)
    if (guardian && (await endGuardianship(tx, { childId, membershipId }))) {
      await revokeLinksOfChild(context, tx, actor, { organizationId, childId }, afterCommit)
      if (!guardian.hasOtherChild) await endMembership(tx, actor, guardian)
      const subject = { subjectKind: 'child', subjectId: childId, details: { membershipId } }
      await recordAudit(tx, actor, { organizationId, action: 'guardian.removed', ...subject })
      const accountIds = [guardian.accountId]
      await finishStructureChange(context, tx, actor, { organizationId, groupIds, accountIds }, afterCommit)
      afterCommit(() => {
        publishStale(context.bus, accountIds, 'account')
      })
    }
    if (!guardian && !(await hasBeenGuardian(tx, { childId, membershipId }))) throw new AppError('not-found')
    return presentChild(tx, { id: childId, name: child.name })
  })
}
