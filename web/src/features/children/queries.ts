import {
  childEndpoints,
  type ChildId,
  type ChildOfOrganization,
  invitationEndpoints,
  type OrganizationId,
} from '@kolosok/contract'
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'
import type { ChildrenFilter } from './children-filter.tsx'

export const childrenQuery = (organizationId: OrganizationId, filter: ChildrenFilter) =>
  infiniteQueryOptions({
    queryKey: ['organizations', organizationId, 'children', filter],
    queryFn: ({ signal, pageParam }) =>
      call(
        childEndpoints.ofOrganization,
        { params: { organizationId }, query: { ...filter, ...(pageParam !== null && { after: pageParam }) } },
        signal,
      ),
    initialPageParam: null as ChildId | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    meta: { topics: ['structure', 'invitations'] },
  })

/** Links for the families of these, group by group: what is there already is left as it is. */
export function useInvite() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (children: readonly ChildOfOrganization[]) => {
      let created = 0
      for (const [groupId, inGroup] of Map.groupBy(children, ({ groups }) => groups[0]?.id)) {
        if (groupId === undefined) continue
        const body = { childIds: inGroup.map(({ id }) => id) }
        created += (await call(invitationEndpoints.inviteFamilies, { params: { groupId }, body })).created
      }
      return created
    },
    onSettled: () => {
      refetchTopics(client, ['invitations'])
    },
  })
}
