import {
  applyFrame,
  applyPage,
  type ChatId,
  type ChatState,
  type Message,
  messageEndpoints,
  type MessageId,
  startState,
} from '@kolosok/contract'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { addPeople } from '#features/chats/index.ts'
import { call } from '#lib/api.ts'
import { findKeptChat } from './kept-chats.ts'

export const messagesQuery = (chatId: ChatId) =>
  queryOptions({
    queryKey: ['chats', chatId, 'messages'],
    queryFn: async ({ client, signal }): Promise<ChatState> => {
      const kept = await findKeptChat(chatId)
      if (kept) {
        addPeople(client, chatId, Object.values(kept.people))
        return kept.state
      }
      return fetchNewest(client, chatId, signal)
    },
    // The socket keeps it fresh; a refetch would lose the history loaded so far.
    staleTime: Infinity,
    gcTime: Infinity,
    networkMode: 'always',
  })

export async function fetchNewest(client: QueryClient, chatId: ChatId, signal?: AbortSignal): Promise<ChatState> {
  const page = await call(messageEndpoints.list, { params: { chatId }, query: {} }, signal)
  addPeople(client, chatId, page.people)
  const state = startState(page)
  return page.isStart ? { ...state, from: Math.min(state.from, 1) } : state
}

/** A page of the history; whoever speaks in it is known from then on. */
export async function loadPage(client: QueryClient, chatId: ChatId, where: { before: number } | { around: number }) {
  const query = 'before' in where ? { before: String(where.before) } : { around: String(where.around) }
  const page = await call(messageEndpoints.list, { params: { chatId }, query })
  addPeople(client, chatId, page.people)
  return page
}

/** Loads the page before what is held; says whether it brought anything. */
export async function loadOlder(client: QueryClient, chatId: ChatId, before: number): Promise<boolean> {
  const page = await loadPage(client, chatId, { before })
  const held = client.setQueryData(messagesQuery(chatId).queryKey, (state) => {
    const next = state && applyPage(state, page, before)
    // From here on there is nothing for this reader, whatever the numbers say.
    return page.isStart && next ? { ...next, from: 1 } : next
  })
  return held !== undefined && held.from < before
}

/** An answer to one's own act is a frame like any other; after a gap the socket brings it with the rest. */
export function applyAnswer(client: QueryClient, message: Message): void {
  const { chatId, rev } = message
  const frame = { chatId, since: rev - 1, rev, reset: false, messages: [message] }
  client.setQueryData(messagesQuery(chatId).queryKey, (state) => state && applyFrame(state, frame).state)
}

/** Shows what a message will be before the server has said so; returns the way back. */
export function showAtOnce(client: QueryClient, chatId: ChatId, id: MessageId, change: (m: Message) => Message) {
  const { queryKey } = messagesQuery(chatId)
  const before = client.getQueryData(queryKey)?.messages.find((message) => message.id === id)
  const replace = (find: Message | undefined, by: Message | undefined) => {
    if (!find || !by) return
    client.setQueryData(
      queryKey,
      (state) => state && { ...state, messages: state.messages.map((m) => (m === find ? by : m)) },
    )
  }
  const after = before && change(before)
  replace(before, after)
  return () => {
    replace(after, before)
  }
}

/** A quote of what is not loaded. Undefined: not there, or not for this reader. */
export const quotedQuery = (chatId: ChatId, messageId: MessageId) =>
  queryOptions({
    queryKey: ['chats', chatId, 'quoted', messageId],
    queryFn: ({ signal }) => call(messageEndpoints.get, { params: { chatId, messageId } }, signal),
    staleTime: 60_000,
  })
