import { type OrganizationId, searchEndpoints } from '@kolosok/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import type { Item } from './items.ts'

export const foundQuery = (organizationId: OrganizationId, text: string) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'found', text],
    queryFn: ({ signal }) => call(searchEndpoints.find, { params: { organizationId }, query: { text } }, signal),
    // The list stays while one goes on typing.
    placeholderData: keepPreviousData,
    meta: { topics: ['structure', 'confirmations'] },
  })

/** What was chosen of late; gone with the page, and with the account that leaves this device. */
export const recentQuery = () =>
  queryOptions({
    queryKey: ['search', 'recent'],
    queryFn: (): readonly Item[] => [],
    initialData: [],
    staleTime: Infinity,
    gcTime: Infinity,
  })
