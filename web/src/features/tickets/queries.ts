import {
  letterInEndpoints,
  type OrganizationId,
  ticketEndpoints,
  type TicketId,
  type TicketSide,
} from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const meta = { topics: ['tickets', 'account'] } as const

export const ownTicketsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'own'],
    queryFn: ({ pageParam, signal }) =>
      call(ticketEndpoints.own, { query: pageParam === null ? {} : { before: pageParam } }, signal),
    initialPageParam: null as TicketId | null,
    getNextPageParam: ({ next }) => next,
    meta,
  })

/** The newest page first; those before are asked for one by one. */
export const ticketQuery = (ticketId: TicketId) =>
  infiniteQueryOptions({
    queryKey: ['tickets', ticketId],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { before: pageParam }
      return call(ticketEndpoints.get, { params: { ticketId }, query }, signal)
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ earlier }) => earlier,
    meta,
  })

export type QueueFilter = {
  readonly side: TicketSide
  readonly holder?: 'me' | 'nobody' | undefined
  readonly q?: string | undefined
  readonly organizationId?: OrganizationId | undefined
}

/** Of one organization's administrators, or of the platform's support. */
export const queueQuery = (desk: OrganizationId | 'platform', filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'queue', desk, filter],
    queryFn: ({ pageParam, signal }) => {
      const { organizationId, ...rest } = filter
      const query = { ...rest, ...(pageParam !== '' && { after: pageParam }) }
      if (desk !== 'platform') return call(ticketEndpoints.queue, { params: { organizationId: desk }, query }, signal)
      return call(
        ticketEndpoints.operatorQueue,
        { query: { ...query, ...(organizationId && { organizationId }) } },
        signal,
      )
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    meta,
  })

export const figuresQuery = () =>
  queryOptions({
    queryKey: ['tickets', 'figures'],
    queryFn: ({ signal }) => call(ticketEndpoints.figures, {}, signal),
    meta,
  })

/** What has come by mail. */
export const lettersQuery = (isRefused: boolean) =>
  infiniteQueryOptions({
    queryKey: ['letters-in', isRefused],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(isRefused && { refused: '1' as const }), ...(pageParam !== null && { before: pageParam }) }
      return call(letterInEndpoints.list, { query }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta,
  })

/** Refused too: somebody else may have been quicker, and the screen shows what is. */
function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['tickets'])
  }
}

export const useAsk = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof ticketEndpoints.ask>) => call(ticketEndpoints.ask, input),
    onSettled: useRefetch(),
  })

export const useSay = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof ticketEndpoints.say>) => call(ticketEndpoints.say, input),
    onSettled: useRefetch(),
  })

export const useAssign = (ticketId: TicketId) =>
  useMutation({
    mutationFn: (body: CallInput<typeof ticketEndpoints.assign>['body']) =>
      call(ticketEndpoints.assign, { params: { ticketId }, body }),
    onSettled: useRefetch(),
  })

export const usePass = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof ticketEndpoints.pass>) => call(ticketEndpoints.pass, input),
    onSettled: useRefetch(),
  })

export const useSolve = (ticketId: TicketId) =>
  useMutation({
    mutationFn: () => call(ticketEndpoints.solve, { params: { ticketId } }),
    onSettled: useRefetch(),
  })

export const useRate = (ticketId: TicketId) =>
  useMutation({
    mutationFn: (body: CallInput<typeof ticketEndpoints.rate>['body']) =>
      call(ticketEndpoints.rate, { params: { ticketId }, body }),
    onSettled: useRefetch(),
  })

export const useSetRead = (ticketId: TicketId) =>
  useMutation({
    mutationFn: (seq: number) => call(ticketEndpoints.setRead, { params: { ticketId }, body: { seq } }),
  })
