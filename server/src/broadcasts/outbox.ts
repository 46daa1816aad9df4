import type { BroadcastChatEvent, BroadcastId } from '@kolosok/contract'

/** LiveKit carries some 15 kB at once. */
const MOST_TOGETHER = 10

type Send = (id: BroadcastId, events: readonly BroadcastChatEvent[]) => Promise<void>
export type Outbox = (id: BroadcastId, event: BroadcastChatEvent) => void

/**
 * One frame to a room at a time, whoever and however many are in it: what is said meanwhile goes together in the next.
 * `send` never rejects; a frame that is lost is noticed by the screens, which then ask.
 */
export function createOutbox(send: Send): Outbox {
  const waiting = new Map<BroadcastId, BroadcastChatEvent[]>()

  async function empty(id: BroadcastId, events: BroadcastChatEvent[]): Promise<void> {
    while (events.length > 0) await send(id, events.splice(0, MOST_TOGETHER))
    waiting.delete(id)
  }

  return (id, event) => {
    const events = waiting.get(id)
    if (events) {
      events.push(event)
      return
    }
    const first = [event]
    waiting.set(id, first)
    void empty(id, first)
  }
}
