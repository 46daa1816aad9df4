import { randomUUID } from 'node:crypto'
import type { OrganizationId, RollOver } from '@kolosok/contract'
import type { World } from '../world.ts'

type Office = Record<'admin', Pick<World, 'request'>>
type Place = { readonly organizationId: OrganizationId }

export async function seedImport({ admin }: Office, { organizationId }: Place) {
  const importId = randomUUID()
  const url = `/api/organizations/${organizationId}/imports/${importId}`
  await admin.request({ method: 'PUT', url, payload: { text: 'Группа;Ребёнок\nСредняя;Зуев Лев\n' } })
  return { importId }
}

export async function seedRollOver({ admin }: Office, { organizationId }: Place) {
  const url = `/api/organizations/${organizationId}/roll-overs/${randomUUID()}`
  const answer = await admin.request({ method: 'PUT', url, payload: {} })
  return { rollOverId: answer.json<RollOver>().id }
}
