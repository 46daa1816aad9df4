import type { BroadcastId, WebinarId } from '@kolosok/contract'
import { cancelOfWebinar, upsertOfWebinar } from '#broadcasts/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/new-id.ts'
import type { Written } from './write.store.ts'

/** What is announced online has a broadcast of its own, at the same time; what is held at a place has none. */
export async function holdAsPlanned(
  tx: Tx,
  { accountId: hostId }: Actor,
  webinarId: WebinarId,
  { kind, title, about, startsAt: plannedAt }: Pick<Written, 'kind' | 'title' | 'about' | 'startsAt'>,
): Promise<void> {
  if (kind === 'online') {
    await upsertOfWebinar(tx, { id: newId<BroadcastId>(), webinarId, hostId }, { title, about, plannedAt })
  } else await cancelOfWebinar(tx, webinarId)
}
