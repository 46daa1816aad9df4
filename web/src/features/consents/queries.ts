import { consentEndpoints, type ConsentPurposeId, type ConsentUnitId, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const topics = ['consents', 'structure', 'account'] as const

export const ownConsentsQuery = () =>
  queryOptions({
    queryKey: ['me', 'consents'],
    queryFn: ({ signal }) => call(consentEndpoints.own, {}, signal),
    meta: { topics },
  })

export const purposesQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['organizations', organizationId, 'consents'],
    queryFn: ({ signal }) => call(consentEndpoints.list, { params: { organizationId } }, signal),
    meta: { topics },
  })

export type UnitState = 'waiting' | 'given' | 'refused'

export const unitsQuery = (consentPurposeId: ConsentPurposeId, state: UnitState) =>
  infiniteQueryOptions({
    queryKey: ['consents', consentPurposeId, state],
    queryFn: ({ pageParam, signal }) => {
      const query = { state, ...(pageParam !== null && { after: pageParam }) }
      return call(consentEndpoints.units, { params: { consentPurposeId }, query }, signal)
    },
    initialPageParam: null as ConsentUnitId | null,
    getNextPageParam: (page) => page.next,
    meta: { topics },
  })

/** Refused too: somebody else may have been quicker, and the screen shows what is. */
function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['consents'])
  }
}

export const useDecide = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof consentEndpoints.decide>) => call(consentEndpoints.decide, input),
    onSettled: useRefetch(),
  })

export const useEnterPaper = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof consentEndpoints.enterPaper>) => call(consentEndpoints.enterPaper, input),
    onSettled: useRefetch(),
  })

export const useSavePurpose = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof consentEndpoints.save>) => call(consentEndpoints.save, input),
    onSettled: useRefetch(),
  })
