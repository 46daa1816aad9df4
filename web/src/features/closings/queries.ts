import { closingEndpoints, type ClosingId, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { membershipsQuery } from '#lib/me.ts'

export const closingQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'closing'],
    queryFn: ({ signal }) => call(closingEndpoints.get, { params: { organizationId } }, signal),
    meta: { topics: ['organization'] },
  })

/** What one may do here changes with it, and the list of archives. */
function useAfterwards(organizationId: OrganizationId) {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: ['organizations', organizationId] })
    await client.invalidateQueries(membershipsQuery())
  }
}

export function useClose(organizationId: OrganizationId) {
  const afterwards = useAfterwards(organizationId)
  return useMutation({
    mutationFn: (input: CallInput<typeof closingEndpoints.close>) => call(closingEndpoints.close, input),
    onSettled: afterwards,
  })
}

export function useReopen(organizationId: OrganizationId) {
  const afterwards = useAfterwards(organizationId)
  return useMutation({
    mutationFn: (closingId: ClosingId) => call(closingEndpoints.reopen, { params: { organizationId, closingId } }),
    onSettled: afterwards,
  })
}

export const closingsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['closings'],
    queryFn: ({ pageParam, signal }) =>
      call(closingEndpoints.list, { query: pageParam ? { before: pageParam } : {} }, signal),
    initialPageParam: null as ClosingId | null,
    getNextPageParam: (page) => page.next,
  })

export function useReopenAsOperator() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (closingId: ClosingId) => call(closingEndpoints.reopenByOperator, { params: { closingId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['closings'] }),
  })
}
