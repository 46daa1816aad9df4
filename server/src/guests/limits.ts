import type { GuestLinkId } from '@kolosok/contract'
import { type Db, transact } from '#platform/db.ts'
import { networkOf } from '#platform/network-of.ts'
import { passLimits } from '#platform/rate-limits.ts'

const MINUTE = 60_000
/** A family of speakers behind one address, and a wrong name corrected; not a script. */
const OF_NETWORK = { every: 20, firstWaitMs: MINUTE, longestWaitMs: 30 * MINUTE, forgetMs: 30 * MINUTE }
/** However many addresses somebody has who found the link. */
const OF_LINK = { every: 100, firstWaitMs: MINUTE, longestWaitMs: 10 * MINUTE, forgetMs: 30 * MINUTE }

/** Counted in a transaction of its own: what is refused afterwards has happened, too. */
export const passAsking = (
  db: Db,
  now: Date,
  { address, linkId }: { readonly address: string; readonly linkId: GuestLinkId },
): Promise<void> =>
  transact(db, (tx) =>
    passLimits(tx, now, { [`guest:${networkOf(address)}`]: OF_NETWORK, [`guest-link:${linkId}`]: OF_LINK }),
  )
