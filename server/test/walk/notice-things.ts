import { randomUUID } from 'node:crypto'
import type { GroupId, OrganizationId } from '@kolosok/contract'
import type { World } from '../world.ts'

/** The teacher's, to the parents of the group: one answer is wanted for each child. */
export async function seedNotice(
  { teacher }: Record<'teacher', Pick<World, 'request'>>,
  { organizationId, groupId }: { organizationId: OrganizationId; groupId: GroupId },
) {
  const noticeId = randomUUID()
  const url = `/api/organizations/${organizationId}/notices/${noticeId}`
  await teacher.request({ method: 'PUT', url, payload: outingOf(groupId) })
  return { noticeId }
}

export const outingOf = (groupId: GroupId) => ({
  title: 'Едем в музей',
  text: 'В среду, автобусом, туда и обратно с воспитателями.',
  asks: 'agree',
  per: 'child',
  audience: { kind: 'groups', groupIds: [groupId] },
  deadlineAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
})
