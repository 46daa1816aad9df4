import type { AccountId, WebinarId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { sendLetters } from './letters.ts'
import { listWithLines, updateMovedUp, updateSeatsOfLeavers } from './registration.store.ts'
import { lockWebinar } from './store.ts'
import { tellSeats } from './tell.ts'

/** Free seats go to those who wait longest, and they are told; `newcomer` sees it on the screen. Under its lock. */
export async function moveUp(
  context: Context,
  tx: Tx,
  id: WebinarId,
  afterCommit: AfterCommit,
  newcomer?: AccountId,
): Promise<void> {
  await updateSeatsOfLeavers(tx, id)
  const moved = (await updateMovedUp(tx, id)).filter((accountId) => accountId !== newcomer)
  if (moved.length === 0) return
  await sendLetters(context, tx, id, { kind: 'seat', accountIds: moved })
  await tellSeats(context, tx, moved, afterCommit)
}

/** A seat becomes free without anybody giving it back, too: when somebody leaves the organization. */
export const listToMoveUp = ({ db, clock }: Context): Promise<WebinarId[]> => listWithLines(db, clock())

export const moveUpIn = (context: Context, id: WebinarId): Promise<void> =>
  transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, id)
    await moveUp(context, tx, id, afterCommit)
  })
