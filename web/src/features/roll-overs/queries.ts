import { type GroupId, type OrganizationId, type RollOver, rollOverEndpoints, type RollOverId } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useOrganization } from '#features/organization-frame/index.ts'
import { ApiProblem, call } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

export const rollOverQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'roll-over'],
    queryFn: async ({ signal }) =>
      (await call(rollOverEndpoints.latest, { params: { organizationId } }, signal)).rollOver,
    meta: { topics: ['structure'] },
  })

export const plannedChildrenQuery = (rollOverId: RollOverId, groupId: GroupId) =>
  queryOptions({
    queryKey: ['roll-overs', rollOverId, groupId],
    queryFn: async ({ signal }) =>
      (await call(rollOverEndpoints.children, { params: { rollOverId, groupId } }, signal)).children,
    meta: { topics: ['structure'] },
  })

/** What an act answers is what is shown from then on; where it is refused, what is there by now. */
export function useRollOverChange<Input>(act: (input: Input) => Promise<RollOver | null>) {
  const client = useQueryClient()
  const { id } = useOrganization()
  return useMutation({
    mutationFn: act,
    onSuccess: async (rollOver) => {
      client.setQueryData(rollOverQuery(id).queryKey, rollOver)
      if (rollOver && rollOver.state !== 'draft') refetchTopics(client, ['structure', 'organization'])
      await client.invalidateQueries({ queryKey: ['roll-overs'] })
    },
    onError: async (error) => {
      if (error instanceof ApiProblem) await client.invalidateQueries({ queryKey: rollOverQuery(id).queryKey })
    },
  })
}
