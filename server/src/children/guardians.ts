import type { ChildId, MembershipId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { upsertGuardianship } from './store.ts'

/**
 * Ties a parent's membership to a child, with the label the parent chose («мама Вани»). Doing it twice is
 * fine. Who calls also calls `StructurePort.changed` for the child's groups, at the end of the transaction.
 */
export async function addGuardian(
  tx: Tx,
  actor: Actor | null,
  {
    organizationId,
    ...given
  }: { organizationId: OrganizationId; childId: ChildId; membershipId: MembershipId; label: string },
): Promise<void> {
  await upsertGuardianship(tx, given)
  await recordAudit(tx, actor, {
    organizationId,
    action: 'guardian.added',
    subjectKind: 'child',
    subjectId: given.childId,
    details: { membershipId: given.membershipId },
  })
}
