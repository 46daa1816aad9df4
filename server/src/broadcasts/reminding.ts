import { BROADCAST_NEAR_MS, type BroadcastId } from '@kolosok/contract'
import { quietAt } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'
import { lockBroadcast } from './store.ts'
import { tellConcerned } from './tell.ts'
import { reminderTo } from './words.ts'
import { findWords, listAddresses, updateReminded } from './write.store.ts'

export const REMIND = 'remind-of-broadcast'

/** Choosing another time replaces it. Whoever plans something for the next minutes need not be reminded. */
export async function queueReminder(
  tx: Tx,
  id: BroadcastId,
  { plannedAt, now }: { plannedAt: Date; now: Date },
): Promise<void> {
  const runAt = new Date(plannedAt.getTime() - BROADCAST_NEAR_MS)
  if (runAt <= now) return
  await addJob(tx, REMIND, { broadcastId: id }, { key: `${REMIND}:${id}`, runAt })
}

/** Run twice, or cut off in the middle, it reminds once: the row says whether it has. */
export async function remind(context: Context, id: BroadcastId): Promise<void> {
  const { db, bus, mail, clock } = context
  await transact(db, async (tx, afterCommit) => {
    await lockBroadcast(tx, id)
    const words = await findWords(tx, id)
    const now = clock()
    // A webinar reminds of itself.
    if (words?.state !== 'planned' || words.remindedAt || words.plannedAt <= now || !words.organizationId) return
    // The database's clock is not ours.
    if (words.plannedAt.getTime() - BROADCAST_NEAR_MS > now.getTime()) {
      await queueReminder(tx, id, { plannedAt: words.plannedAt, now })
      return
    }
    await updateReminded(tx, id, now)
    // In quiet hours the banner on their screens has to do: afterwards a letter helps nobody.
    if (mail.isOn && (await quietAt(tx, words.organizationId, now)) === null) {
      for (const to of await listAddresses(tx, id)) {
        await mail.send(tx, reminderTo(context, id, words, to), { until: words.plannedAt })
      }
    }
    await tellConcerned(tx, bus, id, afterCommit)
  })
}
