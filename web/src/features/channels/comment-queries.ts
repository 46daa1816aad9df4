import { commentEndpoints, type PostId } from '@kolosok/contract'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

export const commentsQuery = (postId: PostId) =>
  infiniteQueryOptions({
    queryKey: ['comments', postId],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { before: pageParam }
      return call(commentEndpoints.list, { params: { postId }, query }, signal)
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.previous,
    meta: { topics: ['comments', 'channels', 'structure', 'account'] },
  })

/** The posts tell how many there are. */
function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['comments', 'channels'])
  }
}

export const useWriteComment = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof commentEndpoints.write>) => call(commentEndpoints.write, input),
    onSettled: useRefetch(),
  })

export const useRemoveComment = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof commentEndpoints.remove>) => call(commentEndpoints.remove, input),
    onSettled: useRefetch(),
  })

export const useSetCommentsRead = (postId: PostId) =>
  useMutation({
    mutationFn: (seq: number) => call(commentEndpoints.setRead, { params: { postId }, body: { seq } }),
    onSettled: useRefetch(),
  })
