import type { Duty, GroupId, InvitationId } from '@kolosok/contract'
import { inviteColleagues } from '#invitations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import { openMissingGroups } from './open-missing-groups.ts'
import type { ImportRow } from './store.ts'
import { groupKey } from './understand.ts'
import type { StaffLine } from './understand-staff.ts'

/** An invitation for each, with position and groups; groups that are named and not there are made. */
export async function bringStaffIn(
  context: Context,
  tx: Tx,
  actor: Actor,
  { organizationId }: Pick<ImportRow, 'organizationId'>,
  ready: readonly StaffLine[],
) {
  const named = ready.flatMap(({ colleague }) => colleague.groups)
  const { made, idOf, staffGroupId } = await openMissingGroups(tx, actor, organizationId, named)
  const colleagues = ready.map(({ name, colleague: { position, groups, phone, email } }) => ({
    invitationId: newId<InvitationId>(),
    name,
    position,
    phone,
    email,
    // To «Педагоги» everybody belongs anyway.
    groups: groups
      .map((group) => idOf(groupKey(group)))
      .filter((groupId: GroupId) => groupId !== staffGroupId)
      .map((groupId) => ({ groupId, duty: dutyOf(position) })),
  }))
  await inviteColleagues(context, tx, actor, organizationId, colleagues)
  return { groups: made, children: [], invitations: colleagues.map(({ invitationId }) => invitationId), touched: made }
}

/** Those who lead a group are called so; whoever comes to several is a specialist. */
const dutyOf = (position: string): Duty => (/воспитател|классн|учитель начальн/i.test(position) ? 'lead' : 'specialist')
