import { setTimeout } from 'node:timers/promises'
import type { AccountId, Changes, ChatId, ServerFrame, SessionId, Topic } from '@kolosok/contract'

/** A committed change of a chat on its way to the nodes. */
export type ChatEvent = { readonly type: 'chat'; readonly changes: Changes; readonly audienceVersion: number }

/** Plain data: it must survive JSON. */
export type BusEvent =
  | ChatEvent
  /** To every socket of these accounts. */
  | { readonly type: 'accounts'; readonly accountIds: readonly AccountId[]; readonly frame: ServerFrame }
  /** To everybody in a chat, ephemeral: typing, how far somebody has read. */
  | { readonly type: 'roster'; readonly chatId: ChatId; readonly except: AccountId; readonly frame: ServerFrame }
  /** Their sockets are closed at once. */
  | { readonly type: 'sessions-ended'; readonly sessionIds: readonly SessionId[] }

/**
 * Between nodes. `publish` may lose, repeat and reorder, and never makes its caller wait: the sweep
 * repairs. Redis pub/sub fits as it is: publish = JSON to one channel, listen = parse each message.
 */
export type Bus = {
  publish: (event: BusEvent) => void
  listen: (listener: (event: BusEvent) => void) => void
}

export function createLocalBus(): Bus {
  const listeners: ((event: BusEvent) => void)[] = []
  return {
    publish: (event) => {
      listeners.forEach((listener) => {
        listener(event)
      })
    },
    listen: (listener) => {
      listeners.push(listener)
    },
  }
}

/** Thousands who all ask anew at the same moment would make the chats wait: they are told one portion after another. */
const PORTION = 100
const PAUSE_MS = 50

export async function publishStaleInPortions(
  bus: Bus,
  accountIds: readonly AccountId[],
  ...topics: Topic[]
): Promise<void> {
  for (let at = 0; at < accountIds.length; at += PORTION) {
    if (at > 0) await setTimeout(PAUSE_MS)
    publishStale(bus, accountIds.slice(at, at + PORTION), ...topics)
  }
}

/** Tells the screens of these people that something they may be showing has changed. */
export function publishStale(bus: Bus, accountIds: readonly AccountId[], ...topics: Topic[]): void {
  if (accountIds.length > 0) bus.publish({ type: 'accounts', accountIds, frame: { type: 'stale', topics } })
}
