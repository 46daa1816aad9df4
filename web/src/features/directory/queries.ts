import { directoryEndpoints, type MembershipId, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import type { PeopleFilter } from './people-filter.tsx'

const structure = { topics: ['structure', 'confirmations'] } as const

export const peopleQuery = (organizationId: OrganizationId, filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'people', filter],
    queryFn: ({ signal, pageParam }) =>
      call(
        directoryEndpoints.list,
        { params: { organizationId }, query: { ...filter, ...(pageParam !== null && { after: pageParam }) } },
        signal,
      ),
    initialPageParam: null as MembershipId | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    meta: structure,
  })

export const personQuery = (organizationId: OrganizationId, membershipId: MembershipId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'people', membershipId],
    queryFn: ({ signal }) => call(directoryEndpoints.get, { params: { organizationId, membershipId } }, signal),
    meta: structure,
  })
