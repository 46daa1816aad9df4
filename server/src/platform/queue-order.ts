import type { QueueSort, QueueState } from '@kolosok/contract'

type Order = { readonly by: 'name' | 'requested_at' | 'decided_at'; readonly isDown: boolean }

/** How a queue stands, unless it is asked for otherwise: who waits longest first, what was decided last first. */
export function queueOrder(state: QueueState, sort: QueueSort | undefined): Order {
  const isWaiting = state === 'requested'
  const asked = sort ?? (isWaiting ? 'time' : '-time')
  const by = asked.endsWith('name') ? 'name' : isWaiting ? 'requested_at' : 'decided_at'
  return { by, isDown: asked.startsWith('-') }
}
