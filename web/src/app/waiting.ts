import { type Waiting, waitingEndpoints } from '@kolosok/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

/** What waits for a decision of one's own. */
export const waitingQuery = () =>
  queryOptions({
    queryKey: ['me', 'waiting'],
    queryFn: ({ signal }) => call(waitingEndpoints.get, {}, signal),
    meta: { topics: ['confirmations', 'join-requests', 'phone-changes', 'applications', 'account'] },
  })

/** How much of it in each organization. */
export function countWaiting({ confirmations, joinRequests, phoneChanges }: Waiting): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { organizationId, count } of [...confirmations, ...joinRequests, ...phoneChanges]) {
    counts[organizationId] = (counts[organizationId] ?? 0) + count
  }
  return counts
}
