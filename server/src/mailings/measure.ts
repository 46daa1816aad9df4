import type { Db } from '#platform/db.ts'
import { countLately } from './recipients.store.ts'

const DAY = 24 * 60 * 60 * 1000
/** Invitations one address gets in a day, from everybody together. */
const MOST_TO_ONE = 5

/** What these addresses were sent within a day. */
export const countsOfDay = (db: Db, addresses: Iterable<string>, now: Date): Promise<Map<string, number>> =>
  countLately(db, [...new Set(addresses)], new Date(now.getTime() - DAY))

/** The first ones to each address, as many as it still gets today: one list may name it for many children. */
export function withinMeasure<D extends { readonly address: string }>(
  deliveries: readonly D[],
  before: ReadonlyMap<string, number>,
): D[] {
  const counts = new Map(before)
  return deliveries.filter(({ address }) => {
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    return count <= MOST_TO_ONE
  })
}
