import {
  type ChatId,
  chatEndpoints,
  type Chat,
  type MembershipId,
  type OrganizationId,
  savedEndpoints,
} from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import type { Draft, OutboxEntry } from '#lib/local-data.ts'
import { type KeptList, patchChat, sortByActivity } from './chat-list-cache.ts'

/** Everything one is in. The socket keeps it fresh; `welcome` brings it anew after every reconnect. */
export const chatsQuery = () =>
  queryOptions({
    queryKey: ['chats'],
    queryFn: async ({ signal }): Promise<KeptList> => {
      const { ownRev, chats } = await call(chatEndpoints.list, {}, signal)
      return { ownRev, chats: sortByActivity(chats) }
    },
    staleTime: Infinity,
    gcTime: Infinity,
    networkMode: 'always',
    meta: { topics: ['chats'], isKept: true },
  })

/** What one is writing where; told by whoever watches the device's drafts. */
export const draftsQuery = () =>
  queryOptions({
    queryKey: ['drafts'],
    queryFn: (): readonly Draft[] => [],
    initialData: [],
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** Own words that have not gone out yet, oldest first; told likewise. */
export const unsentQuery = () =>
  queryOptions({
    queryKey: ['unsent'],
    queryFn: (): readonly OutboxEntry[] => [],
    initialData: [],
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** One chat of the list; undefined while the list is on its way, and for a chat one is not in. */
export function useChat(chatId: ChatId): Chat | undefined {
  return useQuery({ ...chatsQuery(), select: ({ chats }) => chats.find((chat) => chat.id === chatId) }).data
}

export type Unread = Readonly<Record<string, number>>

/** What may ring of the unread messages, by organization, archives and muted chats apart; 0 where there are such chats but nothing new. */
export function useUnread(): Unread {
  return useQuery({ ...chatsQuery(), select: countUnread }).data ?? nothing
}

const nothing: Unread = {}

export function countUnread({ chats }: KeptList): Unread {
  const counts: Record<string, number> = {}
  for (const { organizationId, isMuted, isArchived, ringing } of chats) {
    const isCalm = isMuted || isArchived
    if (organizationId !== null) counts[organizationId] = (counts[organizationId] ?? 0) + (isCalm ? 0 : ringing)
  }
  return counts
}

export const contactsQuery = (organizationId: OrganizationId, q: string) =>
  infiniteQueryOptions({
    queryKey: ['contacts', organizationId, q],
    queryFn: ({ pageParam, signal }) =>
      call(
        chatEndpoints.contacts,
        {
          params: { organizationId },
          query: { ...(q !== '' && { q }), ...(pageParam !== null && { after: pageParam }) },
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    meta: { topics: ['structure', 'members'] },
  })

export function useOpenDirectChat(organizationId: OrganizationId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (membershipId: MembershipId) =>
      call(chatEndpoints.openDirect, { params: { organizationId, membershipId } }),
    onSuccess: (chat) => {
      patchChat(client, chat.id, () => chat)
    },
  })
}

/** «Избранное», made when it is first wanted. */
export function useOpenSaved() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(savedEndpoints.open, {}),
    onSuccess: (chat) => {
      patchChat(client, chat.id, () => chat)
    },
  })
}

export function useMuteChat(chatId: ChatId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (isMuted: boolean) => call(chatEndpoints.mute, { params: { chatId }, body: { isMuted } }),
    onMutate: (isMuted) => {
      patchChat(client, chatId, (chat) => chat && { ...chat, isMuted })
    },
    onError: (_, isMuted) => {
      patchChat(client, chatId, (chat) => chat && { ...chat, isMuted: !isMuted })
    },
  })
}
