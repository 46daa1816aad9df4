import { applyFrame, type ChatState } from './changes.ts'
import type { ChatId } from './ids.ts'
import { type ClientFrame, PROTOCOL, type ServerFrame } from './realtime.ts'

/** Where a client keeps the chats it holds: the query cache in the browser, a map in a test. */
export type Held = {
  readonly get: (chatId: ChatId) => ChatState | undefined
  readonly set: (chatId: ChatId, state: ChatState) => void
  readonly drop: (chatId: ChatId) => void
}

/** The client's side of the conversation over one socket; a new socket begins a new one. */
export function createSync(held: Held, send: (frame: ClientFrame) => void) {
  const asked = new Map<ChatId, number>()

  function ask(chatId: ChatId, since: number): void {
    if (asked.get(chatId) === since) return // Frames go on coming while the answer is on its way.
    asked.set(chatId, since)
    send({ type: 'ask', chatId, since })
  }

  return {
    ask,

    hello(chatIds: readonly ChatId[]): void {
      const known = Object.fromEntries(chatIds.map((chatId) => [chatId, held.get(chatId)?.rev ?? 0]))
      send({ type: 'hello', protocol: PROTOCOL, known })
    },

    receive(frame: ServerFrame): void {
      if (frame.type === 'gone') held.drop(frame.chatId)
      if (frame.type !== 'changes') return // For the chat list and whoever else listens.

      if (asked.get(frame.chatId) === frame.since) asked.delete(frame.chatId)
      const state = held.get(frame.chatId)
      if (!state) return
      const next = applyFrame(state, frame)
      if (next.state !== state) held.set(frame.chatId, next.state)
      if (next.askSince !== undefined) ask(frame.chatId, next.askSince)
    },
  }
}
