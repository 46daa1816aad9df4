import { broadcastEndpoints, type BroadcastId, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const meta = { topics: ['broadcasts', 'structure', 'account'] } as const

export const broadcastsQuery = (organizationId: OrganizationId) =>
  infiniteQueryOptions({
    queryKey: ['broadcasts', organizationId],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { before: pageParam }
      return call(broadcastEndpoints.list, { params: { organizationId }, query }, signal)
    },
    initialPageParam: null as BroadcastId | null,
    getNextPageParam: (page) => page.next,
    meta,
  })

const one = (broadcastId: BroadcastId) => ({ params: { broadcastId } })

export const broadcastQuery = (broadcastId: BroadcastId) =>
  queryOptions({
    queryKey: ['broadcasts', 'one', broadcastId],
    queryFn: ({ signal }) => call(broadcastEndpoints.get, one(broadcastId), signal),
    meta,
  })

export const questionsQuery = (broadcastId: BroadcastId) =>
  queryOptions({
    queryKey: ['broadcasts', 'questions', broadcastId],
    queryFn: ({ signal }) => call(broadcastEndpoints.questions, one(broadcastId), signal),
    meta,
  })

export const peopleQuery = (broadcastId: BroadcastId) =>
  queryOptions({
    queryKey: ['broadcasts', 'people', broadcastId],
    queryFn: ({ signal }) => call(broadcastEndpoints.people, one(broadcastId), signal),
    meta,
    // Who comes and goes is told to nobody live; hands are.
    refetchInterval: 10_000,
  })

export const attendanceQuery = (broadcastId: BroadcastId) =>
  queryOptions({
    queryKey: ['broadcasts', 'attendance', broadcastId],
    queryFn: ({ signal }) => call(broadcastEndpoints.attendance, one(broadcastId), signal),
    staleTime: 0,
  })

export const joinBroadcast = (broadcastId: BroadcastId) => call(broadcastEndpoints.join, one(broadcastId))

/** Refused too: somebody else may have been quicker, and the screen shows what is. */
function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['broadcasts'])
  }
}

type Acts = Pick<typeof broadcastEndpoints, 'start' | 'end' | 'cancel' | 'enterStage' | 'leaveStage'>

/** What is done to a broadcast as a whole. */
export function useAct(act: keyof Acts) {
  return useMutation({
    mutationFn: (broadcastId: BroadcastId) => call(broadcastEndpoints[act], one(broadcastId)),
    onSettled: useRefetch(),
  })
}

export const useSave = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof broadcastEndpoints.save>) => call(broadcastEndpoints.save, input),
    onSettled: useRefetch(),
  })

export const useRaiseHand = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof broadcastEndpoints.raiseHand>) => call(broadcastEndpoints.raiseHand, input),
    onSettled: useRefetch(),
  })

/** What was asked stands in the list at once. */
export function useAsk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CallInput<typeof broadcastEndpoints.ask>) => call(broadcastEndpoints.ask, input),
    onSuccess: (asked, { params }) => {
      client.setQueryData(questionsQuery(params.broadcastId).queryKey, (held) =>
        held?.questions.every(({ id }) => id !== asked.id) ? { questions: [...held.questions, asked] } : held,
      )
    },
    onSettled: useRefetch(),
  })
}

export const useDecide = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof broadcastEndpoints.decideQuestion>) =>
      call(broadcastEndpoints.decideQuestion, input),
    onSettled: useRefetch(),
  })

type Placing = CallInput<typeof broadcastEndpoints.invite> & { readonly isInvited: boolean }

export const usePlace = () =>
  useMutation({
    mutationFn: ({ isInvited, ...input }: Placing) =>
      isInvited ? call(broadcastEndpoints.invite, input) : call(broadcastEndpoints.putBack, input),
    onSettled: useRefetch(),
  })
