import type { AccountId, ChatId } from '@kolosok/contract'
import { type Bus, publishStale } from '#platform/bus.ts'

const PAUSE_MS = 1_000

export type Arrivals = (chatId: ChatId, hosts: readonly AccountId[]) => void

/**
 * Tells hosts that somebody has come. Each time every one of them reads anew who waits: when hundreds come at once they
 * are told of the first one at once, and of all the others once a second.
 */
export function createArrivals(bus: Bus, pauseMs = PAUSE_MS): Arrivals {
  /** Whom to tell when the pause is over; of whom nobody has come since there is nothing to tell. */
  const pausing = new Map<ChatId, readonly AccountId[]>()

  function pause(chatId: ChatId): void {
    pausing.set(chatId, [])
    setTimeout(() => {
      const hosts = pausing.get(chatId) ?? []
      pausing.delete(chatId)
      if (hosts.length > 0) note(chatId, hosts)
    }, pauseMs).unref()
  }

  function note(chatId: ChatId, hosts: readonly AccountId[]): void {
    if (pausing.has(chatId)) {
      pausing.set(chatId, hosts)
      return
    }
    publishStale(bus, hosts, 'calls')
    pause(chatId)
  }
  return note
}
