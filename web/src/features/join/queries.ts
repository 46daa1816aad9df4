import { type Acceptance, type Chat, type ChatId, type Joined, joiningEndpoints } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { chatsQuery } from '#features/chats/index.ts'
import { call } from '#lib/api.ts'
import { membershipsQuery, meQuery } from '#lib/me.ts'

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['join', token],
    queryFn: ({ signal }) => call(joiningEndpoints.open, { params: { token } }, signal),
    staleTime: Infinity,
    retry: false,
  })

/** What only the signed-in holder of the link may know. */
export const detailsQuery = (token: string) =>
  queryOptions({
    queryKey: ['join', token, 'details'],
    queryFn: ({ signal }) => call(joiningEndpoints.details, { params: { token } }, signal),
    staleTime: Infinity,
    retry: false,
  })

type Where = Joined | { readonly chatId: ChatId }

function isWhere({ id, organizationId, binding }: Chat, joined: Where): boolean {
  if (!('kind' in joined) || joined.chatId !== null) return id === joined.chatId
  if (joined.kind === 'staff') return binding?.kind === 'staff' && organizationId === joined.organizationId
  return binding?.kind === 'group' && joined.groupIds.includes(binding.groupId)
}

/** Opens the chat that joining led to; the list, where there is none yet. */
export function useOpenChat() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (joined: Where) => {
    await Promise.all([
      client.query({ ...meQuery(), staleTime: 0 }),
      client.query({ ...membershipsQuery(), staleTime: 0 }),
    ])
    const { chats } = await client.query({ ...chatsQuery(), staleTime: 0 })
    const chat = chats.find((one) => isWhere(one, joined))
    await (chat
      ? navigate({ to: '/chats/$chatId', params: { chatId: chat.id }, replace: true })
      : navigate({ to: '/chats', replace: true }))
  }
}

export function useAccept(token: string) {
  const openChat = useOpenChat()
  return useMutation({
    mutationFn: (body: Acceptance) => call(joiningEndpoints.accept, { params: { token }, body }),
    onSuccess: openChat,
  })
}
