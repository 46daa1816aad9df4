import {
  broadcastChatEndpoints,
  type BroadcastChatEvent,
  type BroadcastId,
  type BroadcastMessage,
  afterChatEvent,
  type HeardChat,
} from '@kolosok/contract'
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const endpoints = broadcastChatEndpoints

/** No topic of the socket: what is new there LiveKit tells everybody in the room. */
export const chatQuery = (broadcastId: BroadcastId) =>
  queryOptions({
    queryKey: ['broadcast-chat', broadcastId],
    queryFn: async ({ signal }): Promise<HeardChat> => ({
      ...(await call(endpoints.list, { params: { broadcastId }, query: {} }, signal)),
      later: [],
    }),
    staleTime: 0,
  })

export function hearChat(client: QueryClient, id: BroadcastId, events: readonly BroadcastChatEvent[]): void {
  client.setQueryData(chatQuery(id).queryKey, (held) => held && events.reduce(afterChatEvent, held))
}

/** One's own stands there as soon as it is kept; heard before, it is known as one's own from now on. */
export function useSay() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<typeof endpoints.say>) => call(endpoints.say, input),
    onSuccess: (said, { params: { broadcastId } }) => {
      hearChat(client, broadcastId, [{ rev: said.seq, said }])
      client.setQueryData(chatQuery(broadcastId).queryKey, (held) => held && known(held, said))
    },
  })
}

const known = (held: HeardChat, own: BroadcastMessage): HeardChat => ({
  ...held,
  messages: held.messages.map((message) => (message.id === own.id ? own : message)),
})

export function useRemoveMessage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<typeof endpoints.remove>) => call(endpoints.remove, input),
    onSettled: (_, __, { params }) => client.invalidateQueries(chatQuery(params.broadcastId)),
  })
}

export function useSetMuted() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<typeof endpoints.setMuted>) => call(endpoints.setMuted, input),
    onSettled: (_, __, { params }) => client.invalidateQueries(chatQuery(params.broadcastId)),
  })
}

export function useSetChatOn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<typeof endpoints.setOn>) => call(endpoints.setOn, input),
    onSettled: () => {
      refetchTopics(client, ['broadcasts'])
    },
  })
}

/** Puts what was said before the first one shown in front of it. */
export function useEarlier(broadcastId: BroadcastId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (before: number) => call(endpoints.list, { params: { broadcastId }, query: { before } }),
    onSuccess: ({ messages, previous }) => {
      client.setQueryData(
        chatQuery(broadcastId).queryKey,
        (held) => held && { ...held, previous, messages: [...messages, ...held.messages] },
      )
    },
  })
}
