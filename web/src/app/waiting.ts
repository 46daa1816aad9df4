import { waitingEndpoints } from '@kolosok/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

/** What waits for a decision of one's own. */
export const waitingQuery = () =>
  queryOptions({
    queryKey: ['me', 'waiting'],
    queryFn: ({ signal }) => call(waitingEndpoints.get, {}, signal),
    meta: { topics: ['confirmations', 'join-requests', 'applications', 'account'] },
  })
