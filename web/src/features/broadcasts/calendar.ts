import { broadcastEndpoints, type CalendarBroadcast, daysLater, type OrganizationId } from '@kolosok/contract'
import { useQuery } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

type Shown = { readonly from: string; readonly until: string; readonly of: 'own' | 'all' }

/** Of these days, by whichever clock; one more at each end, since it is not known here by which. */
export function useBroadcastsOf(
  organizationId: OrganizationId,
  { from, until, of }: Shown,
): readonly CalendarBroadcast[] {
  const query = { of, from: `${daysLater(from, -1)}T00:00:00Z`, until: `${daysLater(until, 2)}T00:00:00Z` }
  const { data } = useQuery({
    queryKey: ['broadcasts', organizationId, 'calendar', from, until, of],
    queryFn: ({ signal }) => call(broadcastEndpoints.calendar, { params: { organizationId }, query }, signal),
    meta: { topics: ['broadcasts', 'structure', 'account'] },
  })
  return data?.broadcasts ?? []
}
