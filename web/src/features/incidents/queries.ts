import { incidentEndpoints, type IncidentId, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'

/** Of one organization; null: of the installation. */
export const incidentsQuery = (organizationId: OrganizationId | null) =>
  infiniteQueryOptions({
    queryKey: ['incidents', organizationId],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(organizationId && { organizationId }), ...(pageParam && { before: pageParam }) }
      return call(incidentEndpoints.list, { query }, signal)
    },
    initialPageParam: null as IncidentId | null,
    getNextPageParam: (page) => page.next,
  })

export function useSaveIncident() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<typeof incidentEndpoints.save>) => call(incidentEndpoints.save, input),
    onSettled: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  })
}
