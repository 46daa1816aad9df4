import type { AuditAction, TicketDesk, TicketEntry } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import type { ClearedTicket } from './access.ts'
import { listWorkers } from './desk.store.ts'
import { findTicket, type TicketRow } from './store.ts'

/** The side one speaks from in this ticket. */
export const sideOf = ({ facts, desk }: ClearedTicket): TicketEntry['side'] => (facts.isAsker ? 'asker' : desk)

/** The screens of the asker and of every desk that has had it. */
export async function tell(
  tx: Tx,
  { bus }: Pick<Context, 'bus'>,
  { id }: Pick<ClearedTicket, 'id'>,
  afterCommit: AfterCommit,
): Promise<void> {
  const ticket = await findTicket(tx, id)
  if (!ticket) return
  const ofOrganization = ticket.organizationAt ? await listWorkers(tx, 'organization', ticket.organizationId) : []
  const ofPlatform = ticket.platformAt ? await listWorkers(tx, 'platform', null) : []
  const desks = [...ofOrganization, ...ofPlatform].map(({ accountId }) => accountId)
  const reached = new Set(ticket.askerId === null ? desks : [ticket.askerId, ...desks])
  afterCommit(() => {
    publishStale(bus, [...reached], 'tickets')
  })
}

/** The organization's journal knows of it only once its administrators do. */
export async function recordTicketAudit(
  tx: Tx,
  actor: Actor | null,
  { id, organizationId, organizationAt }: Pick<TicketRow, 'id' | 'organizationId' | 'organizationAt'>,
  action: AuditAction,
  /** To which desk it went. */
  to?: TicketDesk,
): Promise<void> {
  const about = { subjectKind: 'ticket', subjectId: id, ...(to && { details: { kind: to } }) }
  await recordAudit(tx, actor, { organizationId: organizationAt ? organizationId : null, action, ...about })
}
