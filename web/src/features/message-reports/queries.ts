import { messageReportEndpoints, type MessageReportId, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const endpoints = messageReportEndpoints
const meta = { topics: ['message-reports'] } as const

/** Of one organization, or what comes to the operator. */
export const queueQuery = (desk: OrganizationId | 'operator', isDecided: boolean) =>
  infiniteQueryOptions({
    queryKey: ['message-reports', desk, isDecided],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(isDecided && { decided: '1' as const }), ...(pageParam !== null && { after: pageParam }) }
      if (desk === 'operator') return call(endpoints.operatorQueue, { query }, signal)
      return call(endpoints.queue, { params: { organizationId: desk }, query }, signal)
    },
    initialPageParam: null as MessageReportId | null,
    getNextPageParam: ({ next }) => next,
    meta,
  })

export const reportQuery = (messageReportId: MessageReportId) =>
  queryOptions({
    queryKey: ['message-reports', 'one', messageReportId],
    queryFn: ({ signal }) => call(endpoints.get, { params: { messageReportId } }, signal),
    meta,
  })

export const ownReportsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['message-reports', 'own'],
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.own, { query: pageParam === null ? {} : { before: pageParam } }, signal),
    initialPageParam: null as MessageReportId | null,
    getNextPageParam: ({ next }) => next,
    meta,
  })

function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['message-reports'])
  }
}

export const useMake = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof endpoints.make>) => call(endpoints.make, input),
    onSettled: useRefetch(),
  })

export const useMakeOfComment = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof endpoints.makeOfComment>) => call(endpoints.makeOfComment, input),
    onSettled: useRefetch(),
  })

export const useMakeOfBroadcastMessage = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof endpoints.makeOfBroadcastMessage>) =>
      call(endpoints.makeOfBroadcastMessage, input),
    onSettled: useRefetch(),
  })

/** Refused too: somebody else may have been quicker, and the screen shows what is. */
export const useDecide = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof endpoints.decide>) => call(endpoints.decide, input),
    onSettled: useRefetch(),
  })

/** Without asking again: what is new stays marked while it is being looked at. */
export const useSetSeen = () => useMutation({ mutationFn: () => call(endpoints.setSeen, {}) })
