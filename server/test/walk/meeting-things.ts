import { randomUUID } from 'node:crypto'
import type { GroupId, OrganizationId } from '@kolosok/contract'
import type { World } from '../world.ts'

/** The teacher's, for the families and teachers of the group. */
export async function seedMeeting(
  { teacher }: Record<'teacher', Pick<World, 'request'>>,
  { organizationId, groupId }: { organizationId: OrganizationId; groupId: GroupId },
) {
  const meetingId = randomUUID()
  const url = `/api/organizations/${organizationId}/meetings/${meetingId}`
  const answer = await teacher.request({ method: 'PUT', url, payload: parentsMeetingOf(groupId) })
  return { meetingId, meetingStartsAt: answer.json<{ startsAt: string }>().startsAt }
}

export const parentsMeetingOf = (groupId: GroupId) => ({
  title: 'Родительское собрание',
  agenda: ['Подготовка к утреннику', 'Разное'],
  kind: 'hybrid',
  place: 'Музыкальный зал',
  day: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
  from: '18:00',
  until: '19:00',
  audience: { kind: 'groups', groupIds: [groupId] },
})
