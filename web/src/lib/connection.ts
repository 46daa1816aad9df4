import { useSyncExternalStore } from 'react'

export type Connection = 'connecting' | 'open' | 'lost' | 'outdated'

let current: Connection = 'connecting'
const listeners = new Set<() => void>()

/** How the tab's one socket is doing; told by whoever runs it. */
export function setConnection(next: Connection): void {
  if (current === 'outdated') return
  current = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => current)
}
