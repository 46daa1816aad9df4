import { setTimeout as sleep } from 'node:timers/promises'
import type { AccountId, NoticeId } from '@kolosok/contract'
import { type Bus, publishStale } from '#platform/bus.ts'
import type { AfterCommit, Db, Tx } from '#platform/db.ts'
import { listFollowers, listReached } from './receiver.store.ts'

/** Thousands who all ask anew at the same moment would make the chats wait: they are told one portion after another. */
const PORTION = 100
const PAUSE_MS = 50

/** Everybody whose screens show these notices, as receivers. */
export async function tellReached(db: Db, bus: Bus, ids: readonly NoticeId[]): Promise<void> {
  await tellInPortions(bus, await listReached(db, ids))
}

async function tellInPortions(bus: Bus, accountIds: readonly AccountId[]): Promise<void> {
  for (let at = 0; at < accountIds.length; at += PORTION) {
    if (at > 0) await sleep(PAUSE_MS)
    publishStale(bus, accountIds.slice(at, at + PORTION), 'notices')
  }
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
