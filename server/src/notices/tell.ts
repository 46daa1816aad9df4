import type { AccountId, NoticeId } from '@kolosok/contract'
import { type Bus, publishStale, publishStaleInPortions } from '#platform/bus.ts'
import type { AfterCommit, Db, Tx } from '#platform/db.ts'
import { listFollowers, listReached } from './receiver.store.ts'

/** Everybody whose screens show these notices, as receivers. */
export async function tellReached(db: Db, bus: Bus, ids: readonly NoticeId[]): Promise<void> {
  await publishStaleInPortions(bus, await listReached(db, ids), 'notices')
}

export async function tellFollowers(tx: Tx, bus: Bus, id: NoticeId, afterCommit: AfterCommit): Promise<void> {
  const followers = await listFollowers(tx, id)
  afterCommit(() => {
    publishStale(bus, followers, 'notice-progress')
  })
}

const PROGRESS_MS = 2_000

/** Answers come by the hundred: those who follow them hear of the first at once, of the others together. */
export function createProgressNews(bus: Bus) {
  const waiting = new Map<NoticeId, { followers: readonly AccountId[] | null }>()
  return {
    answered(id: NoticeId, followers: readonly AccountId[]): void {
      const pause = waiting.get(id)
      if (pause) {
        pause.followers = followers
        return
      }
      publishStale(bus, followers, 'notice-progress')
      const begun: { followers: readonly AccountId[] | null } = { followers: null }
      waiting.set(id, begun)
      setTimeout(() => {
        waiting.delete(id)
        if (begun.followers) this.answered(id, begun.followers)
      }, PROGRESS_MS).unref()
    },
  }
}

export type ProgressNews = ReturnType<typeof createProgressNews>
