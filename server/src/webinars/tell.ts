import type { AuditAction, WebinarId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { publishStaleInPortions } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { listReached } from './registration.store.ts'

/** Whoever is registered or waits, and the operators. Everybody else meets it when they look. */
export async function tellAttendees(
  { bus }: Pick<Context, 'bus'>,
  tx: Tx,
  id: WebinarId,
  afterCommit: AfterCommit,
): Promise<void> {
  const reached = await listReached(tx, id)
  afterCommit(() => void publishStaleInPortions(bus, reached, 'webinars', 'broadcasts'))
}

export const recordWebinarAudit = (tx: Tx, actor: Actor | null, id: WebinarId, action: AuditAction): Promise<void> =>
  recordAudit(tx, actor, { organizationId: null, action, subjectKind: 'webinar', subjectId: id })
