import { departureEndpoints, type MembershipId, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

export type Target = { readonly organizationId: OrganizationId; readonly membershipId: MembershipId }

export const departureQuery = (target: Target) =>
  queryOptions({
    queryKey: ['departures', target.organizationId, target.membershipId],
    queryFn: ({ signal }) => call(departureEndpoints.get, { params: target }, signal),
    // Always as it is now: what is handed over follows from it.
    gcTime: 0,
    meta: { topics: ['structure', 'invitations'] },
  })

export const formerQuery = (organizationId: OrganizationId) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'former-staff'],
    queryFn: ({ signal, pageParam }) =>
      call(
        departureEndpoints.list,
        { params: { organizationId }, query: pageParam === null ? {} : { after: pageParam } },
        signal,
      ),
    initialPageParam: null as MembershipId | null,
    getNextPageParam: (page) => page.next,
    meta: { topics: ['structure'] },
  })

export function useLeave() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<typeof departureEndpoints.leave>) => call(departureEndpoints.leave, input),
    onSuccess: () => {
      refetchTopics(client, ['account', 'structure', 'chats'])
    },
  })
}

export function useTakeBack() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (target: Target) => call(departureEndpoints.takeBack, { params: target }),
    onSuccess: () => {
      refetchTopics(client, ['structure'])
    },
  })
}
