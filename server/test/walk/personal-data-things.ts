import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@kolosok/contract'
import type { World } from '../world.ts'

export const photosOf = { template: 'child-photos', title: 'Фотографии в каналах', text: 'Снимки с утренников.' }

/** A consent that is asked of the families for each child, and an incident of the organization. */
export async function seedPersonalData(
  { admin }: Record<'admin', Pick<World, 'request'>>,
  { organizationId }: { organizationId: OrganizationId },
) {
  const consentPurposeId = randomUUID()
  const url = `/api/organizations/${organizationId}/consent-purposes/${consentPurposeId}`
  await admin.request({ method: 'PUT', url, payload: photosOf })
  const incidentId = randomUUID()
  await admin.request({ method: 'PUT', url: `/api/incidents/${incidentId}`, payload: leakOf(organizationId) })
  return { consentPurposeId, incidentId }
}

export const leakOf = (organizationId: OrganizationId) => ({
  organizationId,
  noticedAt: '2026-11-01T09:00:00.000Z',
  happened: 'Список группы отправлен не тому адресату.',
})
