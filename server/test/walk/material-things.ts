import { randomUUID } from 'node:crypto'
import type { GroupId, OrganizationId } from '@kolosok/contract'
import type { World } from '../world.ts'

/** The teacher's, of the group: a folder with a link in it. */
export async function seedMaterials(
  { teacher }: Record<'teacher', Pick<World, 'request'>>,
  { organizationId, groupId }: { organizationId: OrganizationId; groupId: GroupId },
) {
  const [folderId, materialId] = [randomUUID(), randomUUID()]
  const url = `/api/organizations/${organizationId}/material-folders/${folderId}`
  await teacher.request({ method: 'PUT', url, payload: { title: 'Математика', groupId } })
  const payload = { title: 'Считаем до десяти', link: 'https://example.org/count' }
  await teacher.request({
    method: 'PUT',
    url: `/api/material-folders/${folderId}/materials/${materialId}`,
    payload,
  })
  return { folderId, materialId }
}
