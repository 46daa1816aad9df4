import type { Outbox, OutgoingMessage } from '#platform/outbox.ts'

/** Keeps what would have gone out, oldest first. */
export function createOutbox() {
  const messages: OutgoingMessage[] = []
  const outbox: Outbox = {
    write: (message) => {
      messages.push(message)
      return Promise.resolve()
    },
  }
  return {
    ...outbox,
    messages,
    allTo: (to: string) => messages.filter((message) => message.to === to),
    /** The newest one to this number or address. */
    lastTo: (to: string) => {
      const found = messages.findLast((message) => message.to === to)
      if (!found) throw new Error(`Nothing was sent to ${to}`)
      return found
    },
  }
}
