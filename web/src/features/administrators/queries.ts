import { administratorEndpoints, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

export const administratorsQuery = (organizationId: OrganizationId) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'administrators'],
    queryFn: ({ signal, pageParam }) =>
      call(
        administratorEndpoints.list,
        { params: { organizationId }, query: pageParam === null ? {} : { before: pageParam } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    meta: { topics: ['structure', 'confirmations'] },
  })

export function useEnterOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<typeof administratorEndpoints.enterOrder>) =>
      call(administratorEndpoints.enterOrder, input),
    // Refused too: somebody else may have been quicker.
    onSettled: () => {
      refetchTopics(client, ['structure'])
    },
  })
}
