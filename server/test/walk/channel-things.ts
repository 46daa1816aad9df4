import { randomUUID } from 'node:crypto'
import type { GroupId, OrganizationId } from '@kolosok/contract'
import type { World } from '../world.ts'

/** Of the group, with something published and something that its teacher proposes. */
export async function seedChannel(
  { admin, teacher, parent }: Record<'admin' | 'teacher' | 'parent', Pick<World, 'request'>>,
  { organizationId, groupId }: { organizationId: OrganizationId; groupId: GroupId },
) {
  const [channelId, postId, proposalId] = [randomUUID(), randomUUID(), randomUUID()]
  const audience = { kind: 'groups', groupIds: [groupId] }
  const url = `/api/organizations/${organizationId}/channels/${channelId}`
  await admin.request({ method: 'PUT', url, payload: { title: 'Младшая', audience, hasComments: true } })
  for (const [who, id] of [
    [admin, postId],
    [teacher, proposalId],
  ] as const) {
    await who.request({
      method: 'PUT',
      url: `/api/channels/${channelId}/posts/${id}`,
      payload: { text: 'Едем в музей', poll: { question: 'Кто едет?', options: ['Мы', 'Не мы'], isMultiple: false } },
    })
  }
  await admin.request({ method: 'POST', url: `/api/posts/${postId}/publish`, payload: { rev: 1 } })
  const commentId = randomUUID()
  await parent.request({
    method: 'PUT',
    url: `/api/posts/${postId}/comments/${commentId}`,
    payload: { text: 'И мы!' },
  })
  return { channelId, postId, proposalId, commentId }
}
