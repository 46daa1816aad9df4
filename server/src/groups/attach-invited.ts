import type { Duty, GroupId, MembershipId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { upsertTeacher } from './store.ts'

type Invited = {
  readonly organizationId: OrganizationId
  readonly membershipId: MembershipId
  readonly groups: readonly { readonly groupId: GroupId; readonly duty: Duty }[]
}

/** By the invitation that was accepted: whoever made it had the right. Who calls ends the change of the structure. */
export async function attachInvited(tx: Tx, actor: Actor, { organizationId, membershipId, groups }: Invited) {
  for (const { groupId, duty } of groups) await upsertTeacher(tx, { groupId, membershipId, duty })
  await recordAudit(tx, actor, {
    organizationId,
    action: 'membership.groups-set',
    subjectKind: 'membership',
    subjectId: membershipId,
    details: { groups },
  })
}
