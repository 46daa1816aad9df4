import type { AccountId, ChatId, SessionId } from '@kolosok/contract'
import type { ChatContext } from '#chats/index.ts'
import type { BusEvent, ChatEvent } from '#platform/bus.ts'
import { broadcast } from './broadcast.ts'
import { type Connection, encodeFrame } from './connection.ts'
import { createFeed, type Feed, takeReady } from './feed.ts'

export type Hub = ReturnType<typeof createHub>

/** Brings committed events to the sockets of this node, per chat in the order of revisions. */
export function createHub({ rosters, presence }: Pick<ChatContext, 'rosters' | 'presence'>) {
  const connections = new Map<AccountId, Set<Connection>>()
  const feeds = new Map<ChatId, Feed>()
  const due = new Set<ChatId>()

  function acceptChange(event: ChatEvent): void {
    const { chatId } = event.changes
    const feed = feeds.get(chatId) ?? createFeed()
    feeds.set(chatId, feed)
    feed.waiting.push(event)
    // At the end of the loop's turn: what was committed together travels in one frame.
    if (due.size === 0) setImmediate(flushAll)
    due.add(chatId)
  }

  function flushAll(): void {
    const chatIds = [...due]
    due.clear()
    for (const chatId of chatIds) {
      // Without its feed the chat counts as undelivered, and the next event or sweep makes good.
      flush(chatId).catch(() => feeds.delete(chatId))
    }
  }

  async function flush(chatId: ChatId): Promise<void> {
    const feed = feeds.get(chatId)
    if (!feed || feed.isFlushing) return
    feed.isFlushing = true
    for (let event = takeReady(feed); event; event = takeReady(feed)) {
      const roster = await rosters.atLeast(chatId, event.audienceVersion)
      if (roster) broadcast(roster, event.changes, sendTo)
    }
    feed.isFlushing = false
  }

  function sendTo(accountId: AccountId, frame: Buffer): void {
    const theirs = connections.get(accountId)
    if (theirs) for (const connection of theirs) connection.send(frame)
  }

  async function sendToRoster({ chatId, except, frame }: Extract<BusEvent, { type: 'roster' }>): Promise<void> {
    const roster = await rosters.atLeast(chatId, 0)
    if (!roster?.members.has(except)) return // Who has been removed is not heard any more either.
    const encoded = encodeFrame(frame)
    for (const accountId of roster.members.keys()) if (accountId !== except) sendTo(accountId, encoded)
  }

  function endSessions(sessionIds: readonly SessionId[]): void {
    const ended = new Set(sessionIds)
    for (const theirs of connections.values()) {
      for (const connection of theirs) if (ended.has(connection.sessionId)) connection.close('ended')
    }
  }

  const accept = (event: BusEvent): void => {
    switch (event.type) {
      case 'chat':
        acceptChange(event)
        return
      case 'accounts': {
        const frame = encodeFrame(event.frame)
        for (const accountId of event.accountIds) sendTo(accountId, frame)
        return
      }
      case 'roster':
        // Ephemeral: what can't be sent now is not worth sending later.
        sendToRoster(event).catch(() => undefined)
        return
      case 'sessions-ended':
        endSessions(event.sessionIds)
    }
  }

  return {
    accept,

    endSessions,

    delivered: (chatId: ChatId): number | undefined => feeds.get(chatId)?.delivered,

    /** Forgets chats that rest; the first event wakes them. */
    keepOnly(chatIds: { has: (chatId: ChatId) => boolean }): void {
      for (const [chatId, feed] of feeds) if (!chatIds.has(chatId) && !feed.isFlushing) feeds.delete(chatId)
    },

    *connections(): Generator<Connection> {
      for (const theirs of connections.values()) yield* theirs
    },

    join(connection: Connection): void {
      const theirs = connections.get(connection.accountId) ?? new Set()
      connections.set(connection.accountId, theirs.add(connection))
      presence.come(connection.accountId)
    },

    leave(connection: Connection): void {
      const theirs = connections.get(connection.accountId)
      theirs?.delete(connection)
      if (theirs?.size !== 0) return
      connections.delete(connection.accountId)
      presence.go(connection.accountId)
    },
  }
}
