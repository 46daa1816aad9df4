import {
  type CallId,
  type ChatBinding,
  type ChatId,
  chatRegisterEndpoints,
  type OrganizationId,
} from '@kolosok/contract'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

export type ChatFilter = { readonly search?: string | undefined; readonly binding?: ChatBinding | undefined }
export type CallFilter = { readonly from?: string | undefined; readonly until?: string | undefined }
type Many = { readonly many?: '1' }

export const askChats = (
  organizationId: OrganizationId,
  filter: ChatFilter & Many,
  after: ChatId | null,
  signal?: AbortSignal,
) =>
  call(
    chatRegisterEndpoints.chats,
    { params: { organizationId }, query: { ...filter, ...(after !== null && { after }) } },
    signal,
  )

export const askCalls = (
  organizationId: OrganizationId,
  filter: CallFilter & Many,
  before: CallId | null,
  signal?: AbortSignal,
) =>
  call(
    chatRegisterEndpoints.calls,
    { params: { organizationId }, query: { ...filter, ...(before !== null && { before }) } },
    signal,
  )

export const chatsQuery = (organizationId: OrganizationId, filter: ChatFilter) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'chat-register', filter],
    queryFn: ({ pageParam, signal }) => askChats(organizationId, filter, pageParam, signal),
    initialPageParam: null as ChatId | null,
    getNextPageParam: ({ next }) => next,
    meta: { topics: ['structure', 'chats'] },
  })

export const callsQuery = (organizationId: OrganizationId, filter: CallFilter) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'call-register', filter],
    queryFn: ({ pageParam, signal }) => askCalls(organizationId, filter, pageParam, signal),
    initialPageParam: null as CallId | null,
    getNextPageParam: ({ next }) => next,
    meta: { topics: ['calls'] },
  })
