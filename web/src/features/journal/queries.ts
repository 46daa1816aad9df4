import {
  type AccountId,
  journalEndpoints,
  type JournalKind,
  type MembershipId,
  type OrganizationId,
} from '@kolosok/contract'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

export type JournalFilter = {
  readonly by?: AccountId
  readonly about?: MembershipId
  readonly kind?: JournalKind
  readonly from?: string
  readonly until?: string
}

export const journalQuery = (organizationId: OrganizationId, filter: JournalFilter) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'journal', filter],
    queryFn: ({ signal, pageParam }) =>
      call(
        journalEndpoints.list,
        { params: { organizationId }, query: { ...filter, ...(pageParam !== null && { before: pageParam }) } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    meta: { topics: ['structure', 'organization', 'invitations', 'confirmations'] },
  })
