import type { Duty, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import {
  accessOrganization,
  finishStructureChange,
  lockOrganization,
  type StructureContext,
} from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { transact } from '#platform/db.ts'
import { accessGroup } from './access.ts'
import { requireStaff } from './change-group.ts'
import { listGroupsOfTeacher } from './details.store.ts'
import { endTeacher, upsertTeacher } from './store.ts'

type Attached = { readonly groupId: GroupId; readonly duty: Duty }
type Wanted = {
  readonly organizationId: OrganizationId
  readonly membershipId: MembershipId
  readonly groups: readonly Attached[]
}

/** A specialist's many groups in one step: attached where named, detached where not. */
export async function setGroupsOfTeacher(
  context: StructureContext,
  actor: Actor,
  { organizationId, membershipId, groups }: Wanted,
): Promise<{ groups: Attached[] }> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockOrganization(tx, organizationId)
    await accessOrganization(tx, actor, organizationId, 'manageStructure')
    await requireStaff(tx, membershipId, { organizationId })
    const before = await listGroupsOfTeacher(tx, membershipId)
    const added = groups.filter(({ groupId, duty }) => before.every((b) => b.groupId !== groupId || b.duty !== duty))
    const ended = before.filter(({ groupId }) => groups.every((wanted) => wanted.groupId !== groupId))
    for (const { groupId, duty } of added) {
      const group = await accessGroup(tx, actor, groupId, 'assignTeachers')
      if (group.organizationId !== organizationId) throw new AppError('not-found')
      await upsertTeacher(tx, { groupId, membershipId, duty })
    }
    for (const { groupId } of ended) await endTeacher(tx, { groupId, membershipId })
    const groupIds = [...new Set([...added, ...ended].map(({ groupId }) => groupId))]
    if (groupIds.length > 0) {
      await recordAudit(tx, actor, {
        organizationId,
        action: 'membership.groups-set',
        subjectKind: 'membership',
        subjectId: membershipId,
        details: { groups },
      })
      await finishStructureChange(context, tx, actor, { organizationId, groupIds }, afterCommit)
    }
    return { groups: await listGroupsOfTeacher(tx, membershipId) }
  })
}
