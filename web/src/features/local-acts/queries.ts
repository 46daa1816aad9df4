import { localActEndpoints, type LocalActEditionId, type OrganizationId, type WholeLocalAct } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const topics = ['local-acts', 'account'] as const

export type Box = 'in-force' | 'preparing' | 'superseded'

export const localActsQuery = (organizationId: OrganizationId, box: Box) =>
  infiniteQueryOptions({
    queryKey: ['local-acts', organizationId, box],
    queryFn: ({ pageParam, signal }) => {
      const query = { box, ...(pageParam !== null && { before: pageParam }) }
      return call(localActEndpoints.list, { params: { organizationId }, query }, signal)
    },
    initialPageParam: null as LocalActEditionId | null,
    getNextPageParam: (page) => page.next,
    meta: { topics },
  })

export const localActQuery = (editionId: LocalActEditionId) =>
  queryOptions({
    queryKey: ['local-acts', 'one', editionId],
    queryFn: ({ signal }) => call(localActEndpoints.get, { params: { editionId } }, signal),
    // How many have acknowledged it comes with the notice.
    meta: { topics: [...topics, 'notice-progress'] },
  })

/** What comes back is how it looks now; refused, the screen asks what is. */
function useSettled() {
  const client = useQueryClient()
  return {
    onSuccess: (act: WholeLocalAct) => {
      client.setQueryData(localActQuery(act.id).queryKey, act)
    },
    onSettled: () => {
      refetchTopics(client, ['local-acts'])
    },
  }
}

export const useBegin = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof localActEndpoints.begin>) => call(localActEndpoints.begin, input),
    ...useSettled(),
  })

export const useBeginNext = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof localActEndpoints.beginNext>) => call(localActEndpoints.beginNext, input),
    ...useSettled(),
  })

export const useWrite = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof localActEndpoints.write>) => call(localActEndpoints.write, input),
    ...useSettled(),
  })

export const useEnterStep = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof localActEndpoints.enterStep>) => call(localActEndpoints.enterStep, input),
    ...useSettled(),
  })

export const useReturn = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof localActEndpoints.returnToDraft>) =>
      call(localActEndpoints.returnToDraft, input),
    ...useSettled(),
  })

export const useRepeal = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof localActEndpoints.repeal>) => call(localActEndpoints.repeal, input),
    ...useSettled(),
  })

export const useAcknowledge = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof localActEndpoints.acknowledge>) => call(localActEndpoints.acknowledge, input),
    ...useSettled(),
  })

export function useRemove() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (editionId: LocalActEditionId) => call(localActEndpoints.remove, { params: { editionId } }),
    onSuccess: () => {
      refetchTopics(client, ['local-acts'])
    },
  })
}
