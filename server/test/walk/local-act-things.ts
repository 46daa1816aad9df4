import { randomUUID } from 'node:crypto'
import type { LocalActEditionId, LocalActId, OrganizationId } from '@kolosok/contract'
import type { World } from '../world.ts'

/** The administrator's: an order in force for all, and the draft of a regulation. */
export async function seedLocalActs(
  world: World,
  { admin }: Record<'admin', Pick<World, 'request'>>,
  { organizationId }: { organizationId: OrganizationId },
) {
  const begin = async (template: string) => {
    const [localActId, editionId] = [randomUUID() as LocalActId, randomUUID() as LocalActEditionId]
    const url = `/api/organizations/${organizationId}/local-acts/${localActId}`
    await admin.request({ method: 'PUT', url, payload: { editionId, template } })
    return { localActId, editionId }
  }
  const order = await begin('use-order')
  const draft = await begin('use-regulation')
  await world.db
    .updateTable('local_act_edition')
    .where('id', '=', order.editionId)
    .set({ audience: 'all', approved: '{"number": "1", "date": "2026-01-12"}', in_force_from: '2026-01-12' })
    .execute()
  return { ...order, draftId: draft.editionId }
}
