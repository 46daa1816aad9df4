import { randomUUID } from 'node:crypto'
import type { ChildId, GroupId, OrganizationId } from '@kolosok/contract'
import type { World } from '../world.ts'

type Ids = { organizationId: OrganizationId; groupId: GroupId; childId: ChildId }

/** The teacher's, for the families and teachers of the group; and a lesson, with something handed in. */
export async function seedMeeting(
  { teacher, parent }: Record<'teacher' | 'parent', Pick<World, 'request'>>,
  { organizationId, groupId, childId }: Ids,
) {
  const lessonId = randomUUID()
  const put = (who: Pick<World, 'request'>, url: string, payload: object) =>
    who.request({ method: 'PUT', url, payload })
  const lesson = { ...parentsMeetingOf(groupId), lesson: { programme: 'Детство' } }
  await put(teacher, `/api/organizations/${organizationId}/meetings/${lessonId}`, lesson)
  await put(teacher, `/api/meetings/${lessonId}/task`, { text: 'Нарисовать снегиря', rev: 0 })
  await put(parent, `/api/meetings/${lessonId}/works/${childId}`, { text: 'Нарисовали', rev: 0 })
  const meetingId = randomUUID()
  const url = `/api/organizations/${organizationId}/meetings/${meetingId}`
  const answer = await teacher.request({ method: 'PUT', url, payload: parentsMeetingOf(groupId) })
  return { lessonId, meetingId, meetingStartsAt: answer.json<{ startsAt: string }>().startsAt }
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
