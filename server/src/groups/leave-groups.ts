import type { GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { endAllTeaching, endSubstitutionsOf } from './leave-groups.store.ts'
import { upsertTeacher } from './store.ts'

type Leaving = {
  readonly organizationId: OrganizationId
  readonly membershipId: MembershipId
  /** Who leads from now on what nobody else does. */
  readonly heirs: readonly { readonly groupId: GroupId; readonly to: MembershipId }[]
}

/** Out of every group, also those they were to stand in for. Who calls has asked, and ends the change of the structure. */
export async function leaveGroups(
  tx: Tx,
  actor: Actor,
  { organizationId, membershipId, heirs }: Leaving,
): Promise<void> {
  const left = await endAllTeaching(tx, membershipId)
  await endSubstitutionsOf(tx, membershipId)
  const wanted = heirs.filter(({ groupId }) => left.includes(groupId))
  for (const { groupId, to } of wanted) await upsertTeacher(tx, { groupId, membershipId: to, duty: 'lead' })
  const entry = { organizationId, subjectKind: 'group' } as const
  await recordAudits(tx, actor, [
    ...left.map((subjectId) => ({
      ...{ ...entry, subjectId, details: { membershipId } },
      action: 'group.teacher-detached' as const,
    })),
    ...wanted.map(({ groupId: subjectId, to }) => ({
      ...{ ...entry, subjectId, details: { membershipId: to, duty: 'lead' } },
      action: 'group.teacher-attached' as const,
    })),
  ])
}
