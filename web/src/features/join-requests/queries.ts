import {
  chatLinkEndpoints,
  joinRequestEndpoints,
  type JoinRequestId,
  type OrganizationId,
  type QueueSort,
  type QueueState,
} from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from '#lib/api.ts'

export type Side = QueueState

export const ownRequestsQuery = () =>
  queryOptions({
    queryKey: ['join-requests', 'own'],
    queryFn: ({ signal }) => call(joinRequestEndpoints.mine, {}, signal),
    meta: { topics: ['join-requests'] },
  })

/** Where the link of a chat leads that brought somebody here. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['join', token, 'chat'],
    queryFn: ({ signal }) => call(chatLinkEndpoints.look, { params: { token } }, signal),
    retry: false,
  })

export const queueQuery = (organizationId: OrganizationId, state: Side, sort: QueueSort) =>
  infiniteQueryOptions({
    queryKey: ['join-requests', organizationId, state, sort],
    queryFn: ({ pageParam, signal }) =>
      call(
        joinRequestEndpoints.list,
        { params: { organizationId }, query: { state, sort, ...(pageParam !== null && { after: pageParam }) } },
        signal,
      ),
    initialPageParam: null as JoinRequestId | null,
    getNextPageParam: (page) => page.next,
    meta: { topics: ['join-requests', 'structure'] },
  })

function useStale() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: ['join-requests'] })
    await client.invalidateQueries({ queryKey: ['me', 'waiting'] })
  }
}

export const useFind = () =>
  useMutation({ mutationFn: (text: string) => call(joinRequestEndpoints.find, { query: { text } }) })

export type Asked = z.input<typeof joinRequestEndpoints.ask.body>

/** The caller makes the id once per form, so a retry asks once. */
export const useAsk = (joinRequestId: JoinRequestId) =>
  useMutation({
    mutationFn: (body: Asked) => call(joinRequestEndpoints.ask, { params: { joinRequestId }, body }),
    onSuccess: useStale(),
  })

export const useWithdraw = () =>
  useMutation({
    mutationFn: (joinRequestId: JoinRequestId) => call(joinRequestEndpoints.withdraw, { params: { joinRequestId } }),
    onSettled: useStale(),
  })

export const useDecideTogether = (organizationId: OrganizationId) =>
  useMutation({
    mutationFn: (body: z.input<typeof joinRequestEndpoints.decideTogether.body>) =>
      call(joinRequestEndpoints.decideTogether, { params: { organizationId }, body }),
    onSettled: useStale(),
  })

type Where = { readonly organizationId: OrganizationId; readonly joinRequestId: JoinRequestId }

export const useAccept = (where: Where) =>
  useMutation({
    mutationFn: (body: z.input<typeof joinRequestEndpoints.accept.body>) =>
      call(joinRequestEndpoints.accept, { params: where, body }),
    onSettled: useStale(),
  })

export const useRefuse = (where: Where) =>
  useMutation({
    mutationFn: (reason: string) => call(joinRequestEndpoints.refuse, { params: where, body: { reason } }),
    onSettled: useStale(),
  })
