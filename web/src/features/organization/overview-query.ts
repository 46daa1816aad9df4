import { organizationEndpoints, type OrganizationId } from '@kolosok/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

/** Apart from the others: the home page asks it, before any page of «Организация» is loaded. */
export const overviewQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'overview'],
    queryFn: ({ signal }) => call(organizationEndpoints.overview, { params: { organizationId } }, signal),
    meta: { topics: ['structure', 'organization', 'invitations', 'confirmations'] },
  })
