import { HEARTBEAT_MS } from '@kolosok/contract'
import type { Hub } from './hub.ts'

/** Cuts off who has said nothing for two heartbeats: a phone that went through a tunnel says no goodbye. */
export function startHeartbeat(hub: Pick<Hub, 'connections'>, every = HEARTBEAT_MS): () => void {
  const timer = setInterval(() => {
    for (const connection of hub.connections()) {
      connection.silentBeats += 1
      if (connection.silentBeats > 2) connection.cut()
    }
  }, every)
  return () => {
    clearInterval(timer)
  }
}
