import type { Duty, Group, GroupId, MembershipId } from '@kolosok/contract'
import { recordAudits } from '#audit/index.ts'
import { finishStructureChange, type StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { transact } from '#platform/db.ts'
import { accessGroup } from './access.ts'
import { requireStaff } from './change-group.ts'
import { getGroup } from './groups.ts'
import { lockStructureOf, upsertTeacher } from './store.ts'

/** Several of the staff to one group; one who is none of them stops all. */
export async function attachTeachers(
  context: StructureContext,
  actor: Actor,
  { groupId, membershipIds, duty }: { groupId: GroupId; membershipIds: readonly MembershipId[]; duty: Duty },
): Promise<Group> {
  return transact(context.db, async (tx, afterCommit) => {
    await lockStructureOf(tx, groupId)
    const group = await accessGroup(tx, actor, groupId, 'assignTeachers')
    const { organizationId } = group
    const wanted = [...new Set(membershipIds)]
    for (const membershipId of wanted) {
      await requireStaff(tx, membershipId, group)
      await upsertTeacher(tx, { groupId, membershipId, duty })
    }
    const entry = {
      organizationId,
      action: 'group.teacher-attached',
      subjectKind: 'group',
      subjectId: groupId,
    } as const
    await recordAudits(
      tx,
      actor,
      wanted.map((membershipId) => ({ ...entry, details: { membershipId, duty } })),
    )
    await finishStructureChange(context, tx, actor, { organizationId, groupIds: [groupId] }, afterCommit)
    return getGroup({ db: tx }, actor, { groupId })
  })
}
