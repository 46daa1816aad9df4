import { type DataExportId, organizationDataEndpoints, type OrganizationId } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'

const LOOK_AGAIN_MS = 3_000

export const exportsQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'data'],
    queryFn: ({ signal }) => call(organizationDataEndpoints.list, { params: { organizationId } }, signal),
    refetchInterval: ({ state }) => (state.data?.exports[0]?.state === 'waiting' ? LOOK_AGAIN_MS : false),
    meta: { topics: ['account', 'organization'] },
  })

export function useAskForOrganization(organizationId: OrganizationId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (dataExportId: DataExportId) =>
      call(organizationDataEndpoints.ask, { params: { organizationId, dataExportId } }),
    onSettled: () => client.invalidateQueries(exportsQuery(organizationId)),
  })
}
