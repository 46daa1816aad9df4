import { webinarEndpoints, type WebinarId } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const meta = { topics: ['webinars', 'account'] } as const

export const webinarsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['webinars'],
    queryFn: ({ pageParam, signal }) =>
      call(webinarEndpoints.list, { query: pageParam === null ? {} : { before: pageParam } }, signal),
    initialPageParam: null as WebinarId | null,
    getNextPageParam: (page) => page.next,
    meta,
  })

export const webinarQuery = (webinarId: WebinarId) =>
  queryOptions({
    queryKey: ['webinars', 'one', webinarId],
    queryFn: ({ signal }) => call(webinarEndpoints.get, { params: { webinarId } }, signal),
    meta,
  })

/** Refused too: somebody else may have been quicker, and the screen shows what is. */
export function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['webinars'])
  }
}

export const useRegister = (webinarId: WebinarId) =>
  useMutation({
    mutationFn: (name: string) => call(webinarEndpoints.register, { params: { webinarId }, body: { name } }),
    onSettled: useRefetch(),
  })

export const useWithdraw = (webinarId: WebinarId) =>
  useMutation({
    mutationFn: () => call(webinarEndpoints.withdraw, { params: { webinarId } }),
    onSettled: useRefetch(),
  })
