import type { AccountId, WebinarId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { sendLetters } from './letters.ts'
import { listWithLines, updateMovedUp } from './registration.store.ts'
import { lockWebinar } from './store.ts'
import { tellAttendees } from './tell.ts'

/** Free seats go to those who wait longest, and they are told; `newcomer` sees it on the screen. Under its lock. */
export async function moveUp(
  context: Context,
  tx: Tx,
  id: WebinarId,
  afterCommit: AfterCommit,
  newcomer?: AccountId,
): Promise<void> {
  const moved = (await updateMovedUp(tx, id)).filter((accountId) => accountId !== newcomer)
  if (moved.length === 0) return
  await sendLetters(context, tx, id, { kind: 'seat', accountIds: moved })
  await tellAttendees(context, tx, id, afterCommit)
}

/** A seat becomes free without anybody giving it back, too: when somebody leaves the organization. */
export async function moveUpEverywhere(context: Context): Promise<void> {
  for (const id of await listWithLines(context.db, context.clock())) {
    await transact(context.db, async (tx, afterCommit) => {
      await lockWebinar(tx, id)
      await moveUp(context, tx, id, afterCommit)
    })
  }
}
