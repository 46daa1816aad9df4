import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@kolosok/contract'
import type { World } from '../world.ts'

/** What a parent has asked: the organization's administrators, and the platform's support past them. */
export async function seedTickets(
  { parent }: Record<'parent', Pick<World, 'request'>>,
  { organizationId }: { organizationId: OrganizationId },
) {
  const [ticketId, platformTicketId] = [randomUUID(), randomUUID()]
  for (const [id, desk] of [
    [ticketId, 'organization'],
    [platformTicketId, 'platform'],
  ] as const) {
    const payload = { desk, organizationId, subject: 'Не открывается видео', text: 'Что делать?' }
    await parent.request({ method: 'PUT', url: `/api/tickets/${id}`, payload })
  }
  return { ticketId, platformTicketId }
}
