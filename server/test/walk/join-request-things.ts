import { randomUUID } from 'node:crypto'
import type { GroupId } from '@kolosok/contract'
import type { World } from '../world.ts'

/** Of somebody who is nobody here, for the child that is there. */
export async function seedJoinRequest(
  { stranger }: Record<'stranger', Pick<World, 'request'>>,
  organizationCode: string,
  groupId: GroupId,
) {
  const joinRequestId = randomUUID()
  const consents = [{ purpose: 'family-communication', textVersion: 1 }]
  const child = { groupId, childName: 'Ваня К.', label: 'папа Вани' }
  const name = { givenName: 'Игорь', patronymic: '', familyName: 'Ли' }
  const payload = { role: 'parent', code: organizationCode, ...name, ...child, consents }
  await stranger.request({ method: 'PUT', url: `/api/me/join-requests/${joinRequestId}`, payload })
  return { organizationCode, joinRequestId }
}
