import { type ChatId, clientFrame, type ClientFrame, PROTOCOL } from '@kolosok/contract'
import type { WebSocket } from 'ws'
import { getChatList } from '#chat-list/index.ts'
import { type ChatContext, chatPolicy, factsFor } from '#chats/index.ts'
import type { createAnswers } from './answers.ts'
import { type Connection, encodeFrame } from './connection.ts'
import type { Hub } from './hub.ts'

const TYPING_EVERY_MS = 2_000
/** A page says hello at once; whoever waits is out of reach of what ends sessions. */
const HELLO_WITHIN_MS = 10_000
/** More than a page ever has under way; who piles up more fills our memory. */
const MAX_WAITING = 2_000
const PONG = encodeFrame({ type: 'pong' })

export type Realtime = {
  readonly context: ChatContext
  readonly hub: Hub
  readonly answer: ReturnType<typeof createAnswers>
}

/** The life of one socket: hello, then questions; the hub sends in between. */
export function serveSocket({ context, hub, answer }: Realtime, connection: Connection, socket: WebSocket): void {
  const { accountId } = connection
  let isGreeted = false
  let answering = Promise.resolve()
  let waiting = 0
  const patience = setTimeout(() => {
    connection.close('invalid')
  }, HELLO_WITHIN_MS)
  let typedAt = -TYPING_EVERY_MS

  async function greet(known: Record<ChatId, number>): Promise<void> {
    // Joined before the revisions are read: what commits in between comes twice rather than never.
    if (socket.readyState !== socket.OPEN) return
    hub.join(connection)
    const { ownRev, chats } = await getChatList(context.db, accountId)
    connection.send(encodeFrame({ type: 'welcome', ownRev, chats }))
    const revs = new Map(chats.map((chat) => [chat.id, chat.rev]))
    for (const [chatId, since] of Object.entries(known) as [ChatId, number][]) {
      const heard = revs.get(chatId)
      if (heard !== since) connection.send(await answer(accountId, { chatId, since, heard }))
    }
  }

  async function tellTyping(chatId: ChatId): Promise<void> {
    const now = performance.now()
    if (now - typedAt < TYPING_EVERY_MS) return
    typedAt = now
    const roster = await context.rosters.atLeast(chatId, 0)
    if (!roster || chatPolicy.post(factsFor(roster, accountId)) !== 'allow') return
    const frame = { type: 'typing', chatId, accountId } as const
    context.bus.publish({ type: 'roster', chatId, except: accountId, frame })
  }

  async function serve(frame: ClientFrame): Promise<void> {
    switch (frame.type) {
      case 'hello':
        return greet(frame.known)
      case 'ask':
        connection.send(await answer(accountId, frame))
        return
      case 'typing':
        return tellTyping(frame.chatId)
      case 'ping':
        connection.send(PONG)
    }
  }

  socket.on('message', (data: Buffer) => {
    connection.silentBeats = 0
    const frame = readFrame(data)
    if (!frame || isGreeted === (frame.type === 'hello')) {
      connection.close('invalid')
      return
    }
    if (frame.type === 'hello' && frame.protocol !== PROTOCOL) {
      connection.close('reload')
      return
    }
    clearTimeout(patience)
    isGreeted = true
    waiting += 1
    if (waiting > MAX_WAITING) {
      connection.cut()
      return
    }
    // One question at a time: a client cannot make the database work on more.
    answering = answering
      .then(() => serve(frame))
      .catch((error: unknown) => {
        context.log.error({ err: error }, 'socket failed')
        socket.close(1011, 'internal')
      })
      .finally(() => (waiting -= 1))
  })
  socket.on('close', () => {
    clearTimeout(patience)
    hub.leave(connection)
  })
}

function readFrame(data: Buffer): ClientFrame | undefined {
  try {
    return clientFrame.parse(JSON.parse(data.toString()))
  } catch {
    return undefined
  }
}
