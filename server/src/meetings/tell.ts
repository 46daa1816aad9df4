import type { MeetingId } from '@kolosok/contract'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { listOwners, listReached } from './invitee.store.ts'

/** Everybody whose calendar shows these meetings. */
export async function tellReached(
  { bus }: Pick<Context, 'bus'>,
  tx: Tx,
  ids: readonly MeetingId[],
  afterCommit: AfterCommit,
): Promise<void> {
  const reached = await listReached(tx, ids)
  afterCommit(() => {
    publishStale(bus, reached, 'meetings')
  })
}

/** Those who look after it: what they tick is nobody else's business. */
export async function tellOwners(
  { bus }: Pick<Context, 'bus'>,
  tx: Tx,
  id: MeetingId,
  afterCommit: AfterCommit,
): Promise<void> {
  const owners = await listOwners(tx, id)
  afterCommit(() => {
    publishStale(bus, owners, 'meetings')
  })
}
