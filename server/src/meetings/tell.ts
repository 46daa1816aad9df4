import type { MeetingId } from '@kolosok/contract'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'
import { listReached } from './invitee.store.ts'

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
