import type { AccountId, AuditAction, BroadcastId, OrganizationId } from '@kolosok/contract'
import { recordAudit } from '#audit/index.ts'
import type { Actor } from '#platform/actor.ts'
import { type Bus, publishStale, publishStaleInPortions } from '#platform/bus.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { attempt } from '#rooms/index.ts'
import type { BroadcastContext } from './context.ts'
import { findNews } from './live.store.ts'
import { listRunning } from './person.store.ts'
import { listConcerned } from './store.ts'

/** Everybody whose screens show it; those, too, for whom it was until now. */
export async function tellConcerned(
  tx: Tx,
  bus: Bus,
  id: BroadcastId,
  afterCommit: AfterCommit,
  before: readonly AccountId[] = [],
): Promise<void> {
  const reached = [...new Set([...before, ...(await listConcerned(tx, id))])]
  afterCommit(() => void publishStaleInPortions(bus, reached, 'broadcasts', 'webinars'))
}

/** Those who run it, and whom it concerns besides. */
export async function tellRunning(
  tx: Tx,
  bus: Bus,
  id: BroadcastId,
  afterCommit: AfterCommit,
  ...others: AccountId[]
): Promise<void> {
  const reached = [...new Set([...(await listRunning(tx, id)), ...others])]
  afterCommit(() => {
    publishStale(bus, reached, 'broadcasts')
  })
}

/** Everybody in the room at once, through LiveKit: hundreds need not ask. */
export function tellRoom(context: Telling & Pick<BroadcastContext, 'log'>, id: BroadcastId): void {
  attempt(context, tellRoomNow(context, id))
}

type Telling = Pick<BroadcastContext, 'db' | 'media'>

/** Resolves once LiveKit has heard. */
export async function tellRoomNow({ db, media }: Telling, id: BroadcastId): Promise<void> {
  await media.tellRoom(id, JSON.stringify(await findNews(db, id)))
}

type Subject = { readonly id: BroadcastId; readonly organizationId: OrganizationId | null }

export function recordBroadcastAudit(
  tx: Tx,
  actor: Actor | null,
  { id, organizationId }: Subject,
  action: AuditAction,
  accountId?: AccountId,
): Promise<void> {
  const about = { subjectKind: 'broadcast', subjectId: id, ...(accountId && { details: { accountId } }) }
  return recordAudit(tx, actor, { organizationId, action, ...about })
}
