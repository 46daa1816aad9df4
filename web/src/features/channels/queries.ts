import { channelEndpoints, type ChannelId, type OrganizationId, type PollAnswer, type PostId } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const meta = { topics: ['channels', 'structure', 'account'] } as const

export const channelsQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['channels', organizationId],
    queryFn: ({ signal }) => call(channelEndpoints.list, { params: { organizationId } }, signal),
    meta: { ...meta, isKept: true },
  })

export const postsQuery = (channelId: ChannelId, words: string) =>
  infiniteQueryOptions({
    queryKey: ['channels', 'posts', channelId, words],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(pageParam !== null && { before: pageParam }), ...(words !== '' && { words }) }
      return call(channelEndpoints.posts, { params: { channelId }, query }, signal)
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    meta,
  })

export const seenQuery = (postId: PostId) =>
  queryOptions({
    queryKey: ['channels', 'seen', postId],
    queryFn: ({ signal }) => call(channelEndpoints.seen, { params: { postId } }, signal),
    meta,
  })

export const answersQuery = (postId: PostId) =>
  infiniteQueryOptions({
    queryKey: ['channels', 'answers', postId],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { after: pageParam }
      return call(channelEndpoints.pollAnswers, { params: { postId }, query }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    meta,
  })

/** Page after page, to the last. */
export async function fetchAnswers(postId: PostId, after: string | null = null): Promise<PollAnswer[]> {
  const query = after === null ? {} : { after }
  const { answers, next } = await call(channelEndpoints.pollAnswers, { params: { postId }, query })
  return next === null ? answers : [...answers, ...(await fetchAnswers(postId, next))]
}

export const proposalsQuery = (organizationId: OrganizationId) =>
  infiniteQueryOptions({
    queryKey: ['channels', organizationId, 'proposals'],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { before: pageParam }
      return call(channelEndpoints.proposals, { params: { organizationId }, query }, signal)
    },
    initialPageParam: null as PostId | null,
    getNextPageParam: (page) => page.next,
    meta,
  })

/** Refused too: somebody else may have been quicker, and the screen shows what is. */
function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['channels'])
  }
}

export const useSaveChannel = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof channelEndpoints.save>) => call(channelEndpoints.save, input),
    onSettled: useRefetch(),
  })

export const useSetOwn = (channelId: ChannelId) =>
  useMutation({
    mutationFn: (body: { readSeq?: number; isMuted?: boolean }) =>
      call(channelEndpoints.setOwn, { params: { channelId }, body }),
    onSettled: useRefetch(),
  })

type Writing = CallInput<typeof channelEndpoints.write> & {
  /** Published with that, now or at a moment; left as it is where it is none. */
  readonly publishing: { readonly at: string | null } | null
}

/** Writes, and publishes what was written: both may be repeated. */
export const useWritePost = () =>
  useMutation({
    mutationFn: async ({ publishing, ...input }: Writing) => {
      const post = await call(channelEndpoints.write, input)
      if (!publishing || post.state === 'published') return post
      return call(channelEndpoints.publish, { params: { postId: post.id }, body: { rev: post.rev, ...publishing } })
    },
    onSettled: useRefetch(),
  })

export const usePublish = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof channelEndpoints.publish>) => call(channelEndpoints.publish, input),
    onSettled: useRefetch(),
  })

export const useReturn = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof channelEndpoints.returnToAuthor>) =>
      call(channelEndpoints.returnToAuthor, input),
    onSettled: useRefetch(),
  })

export const useVote = (postId: PostId) =>
  useMutation({
    mutationFn: (options: number[]) => call(channelEndpoints.vote, { params: { postId }, body: { options } }),
    onSettled: useRefetch(),
  })

export const useClosePoll = () =>
  useMutation({
    mutationFn: (postId: PostId) => call(channelEndpoints.closePoll, { params: { postId } }),
    onSettled: useRefetch(),
  })

export const usePin = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof channelEndpoints.pin>) => call(channelEndpoints.pin, input),
    onSettled: useRefetch(),
  })

export const useRemovePost = () =>
  useMutation({
    mutationFn: (postId: PostId) => call(channelEndpoints.remove, { params: { postId } }),
    onSettled: useRefetch(),
  })
