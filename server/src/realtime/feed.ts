import type { ChatEvent } from '#platform/bus.ts'

/** What one chat has delivered on this node, and what waits for its turn. */
export type Feed = {
  /** Unknown at first: a feed begins with the events at hand, and who is further behind will ask. */
  delivered: number | undefined
  waiting: ChatEvent[]
  isFlushing: boolean
}

export const createFeed = (): Feed => ({ delivered: undefined, waiting: [], isFlushing: false })

/**
 * Takes what follows on the delivered revisions, in one piece for one audience. Commits of one chat
 * reach us out of order when several connections answer at once: the later ones wait here, because a
 * gap on the wire would make every receiver ask.
 */
export function takeReady(feed: Feed): ChatEvent | undefined {
  if (feed.waiting.length > 1) feed.waiting.sort((a, b) => a.changes.since - b.changes.since)
  let ready: ChatEvent | undefined
  let taken = 0
  let delivered = feed.delivered ?? feed.waiting[0]?.changes.since ?? 0
  for (const event of feed.waiting) {
    const isKnown = event.changes.rev <= delivered
    if (!isKnown && (event.changes.since > delivered || (ready && !fitTogether(ready, event)))) break
    taken += 1
    if (isKnown) continue
    ready = ready ? join(ready, event) : event
    delivered = event.changes.rev
  }
  feed.waiting.splice(0, taken)
  feed.delivered = delivered
  return ready
}

function fitTogether(a: ChatEvent, b: ChatEvent): boolean {
  return a.audienceVersion === b.audienceVersion && !a.changes.reset && !b.changes.reset
}

function join(a: ChatEvent, b: ChatEvent): ChatEvent {
  const changes = { ...a.changes, rev: b.changes.rev, messages: [...a.changes.messages, ...b.changes.messages] }
  return { type: 'chat', changes, audienceVersion: b.audienceVersion }
}
