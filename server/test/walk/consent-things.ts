import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@kolosok/contract'
import type { World } from '../world.ts'

export const photosOf = { template: 'child-photos', title: 'Фотографии в каналах', text: 'Снимки с утренников.' }

/** Asked of the families for each child. */
export async function seedConsents(
  { admin }: Record<'admin', Pick<World, 'request'>>,
  { organizationId }: { organizationId: OrganizationId },
) {
  const consentPurposeId = randomUUID()
  const url = `/api/organizations/${organizationId}/consent-purposes/${consentPurposeId}`
  await admin.request({ method: 'PUT', url, payload: photosOf })
  return { consentPurposeId }
}
