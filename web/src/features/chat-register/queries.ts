import {
  type BroadcastId,
  type CallId,
  type ChatBinding,
  type ChatId,
  chatRegisterEndpoints,
  type MeetingId,
  type OrganizationId,
  type RegisteredBroadcast,
  type RegisteredCall,
  type RegisteredChat,
  type RegisteredMeeting,
  type Topic,
} from '@kolosok/contract'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

export type Page<Row, Id> = { readonly rows: readonly Row[]; readonly next: Id | null }
type Many = { readonly many?: '1' }
export type ChatFilter = { readonly search?: string; readonly binding?: ChatBinding }
export type Days = { readonly from?: string; readonly until?: string }

export async function askChats(
  organizationId: OrganizationId,
  filter: ChatFilter & Many,
  after: ChatId | null,
  signal?: AbortSignal,
): Promise<Page<RegisteredChat, ChatId>> {
  const query = { ...filter, ...(after !== null && { after }) }
  const { chats, next } = await call(chatRegisterEndpoints.chats, { params: { organizationId }, query }, signal)
  return { rows: chats, next }
}

export type AskEvents<Row, Id> = (
  organizationId: OrganizationId,
  days: Days & Many,
  before: Id | null,
  signal?: AbortSignal,
) => Promise<Page<Row, Id>>

export const askCalls: AskEvents<RegisteredCall, CallId> = async (organizationId, days, before, signal) => {
  const query = { ...days, ...(before !== null && { before }) }
  const { calls, next } = await call(chatRegisterEndpoints.calls, { params: { organizationId }, query }, signal)
  return { rows: calls, next }
}

export const askMeetings: AskEvents<RegisteredMeeting, MeetingId> = async (organizationId, days, before, signal) => {
  const query = { ...days, ...(before !== null && { before }) }
  const { meetings, next } = await call(chatRegisterEndpoints.meetings, { params: { organizationId }, query }, signal)
  return { rows: meetings, next }
}

export const askBroadcasts: AskEvents<RegisteredBroadcast, BroadcastId> = async (
  organizationId,
  days,
  before,
  signal,
) => {
  const query = { ...days, ...(before !== null && { before }) }
  const { broadcasts, next } = await call(
    chatRegisterEndpoints.broadcasts,
    { params: { organizationId }, query },
    signal,
  )
  return { rows: broadcasts, next }
}

export const chatsQuery = (organizationId: OrganizationId, filter: ChatFilter) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'register', 'chats', filter],
    queryFn: ({ pageParam, signal }) => askChats(organizationId, filter, pageParam, signal),
    initialPageParam: null as ChatId | null,
    getNextPageParam: ({ next }) => next,
    meta: { topics: ['structure', 'chats'] },
  })

type Events<Row, Id> = {
  readonly of: string
  readonly ask: AskEvents<Row, Id>
  readonly days: Days
  readonly topics: readonly Topic[]
}

export const eventsQuery = <Row, Id>(organizationId: OrganizationId, { of, ask, days, topics }: Events<Row, Id>) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'register', of, days],
    // Its type is lost where the id's is open.
    queryFn: ({ pageParam, signal }) => ask(organizationId, days, pageParam as Id | null, signal),
    initialPageParam: null as Id | null,
    getNextPageParam: ({ next }) => next,
    meta: { topics },
  })
