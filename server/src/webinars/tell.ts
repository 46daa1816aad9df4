import type { AccountId, AuditAction, WebinarId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { type Bus, publishStale, publishStaleInPortions } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { listOperators, listReached } from './registration.store.ts'

/** What everybody who comes has to know: whoever is registered or waits, and the operators. */
export async function tellAttendees(
  { bus }: Pick<Context, 'bus'>,
  tx: Tx,
  id: WebinarId,
  afterCommit: AfterCommit,
): Promise<void> {
  const reached = await listReached(tx, id)
  afterCommit(() => void publishStaleInPortions(bus, reached, 'webinars', 'broadcasts'))
}

/** A seat changed hands: for hundreds who register at once it must be told to these and not to each other. */
export async function tellSeats(
  { bus }: Pick<Context, 'bus'>,
  tx: Tx,
  accountIds: readonly AccountId[],
  afterCommit: AfterCommit,
): Promise<void> {
  const operators = await listOperators(tx)
  afterCommit(() => {
    publishStale(bus, accountIds, 'webinars', 'broadcasts')
    tellOperatorsSoon(bus, operators)
  })
}

const OPERATORS_WAIT_MS = 2_000
const aboutToTell = new WeakSet<Bus>()

/** Once for all who come meanwhile: their lists are long. */
function tellOperatorsSoon(bus: Bus, operators: readonly AccountId[]): void {
  if (aboutToTell.has(bus)) return
  aboutToTell.add(bus)
  setTimeout(() => {
    aboutToTell.delete(bus)
    publishStale(bus, operators, 'webinars')
  }, OPERATORS_WAIT_MS).unref()
}

export const recordWebinarAudit = (
  tx: Tx,
  actor: Actor,
  id: WebinarId,
  action: AuditAction,
  details: Record<string, unknown> = {},
): Promise<void> =>
  recordAudit(tx, actor, { organizationId: null, action, subjectKind: 'webinar', subjectId: id, details })
