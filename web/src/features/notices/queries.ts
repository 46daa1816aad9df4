import { type GroupId, noticeEndpoints, type NoticeId, type NoticeUnitId, type OrganizationId } from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const topics = ['notices', 'structure', 'account'] as const
/** Of those who look after them. */
const followed = [...topics, 'notice-progress'] as const

export type Box = 'waiting' | 'past' | 'sent'

/** What waits for an answer of one's own. */
export const waitingNoticesQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['notices', organizationId, 'head'],
    queryFn: ({ signal }) => call(noticeEndpoints.list, { params: { organizationId }, query: {} }, signal),
    meta: { topics, isKept: true },
  })

export const noticesQuery = (organizationId: OrganizationId, box: Box) =>
  infiniteQueryOptions({
    queryKey: ['notices', organizationId, box],
    queryFn: ({ pageParam, signal }) => {
      const query = { box, ...(pageParam !== null && { before: pageParam }) }
      return call(noticeEndpoints.list, { params: { organizationId }, query }, signal)
    },
    initialPageParam: null as NoticeId | null,
    getNextPageParam: (page) => page.next,
    meta: { topics: box === 'sent' ? followed : topics },
  })

export const noticeQuery = (noticeId: NoticeId) =>
  queryOptions({
    queryKey: ['notices', 'one', noticeId],
    queryFn: ({ signal }) => call(noticeEndpoints.get, { params: { noticeId } }, signal),
    meta: { topics: followed },
  })

export type ReceiverFilter = {
  readonly state: 'waiting' | 'answered' | 'without-app' | 'left'
  readonly groupId: GroupId | null
}

export const receiversQuery = (noticeId: NoticeId, { state, groupId }: ReceiverFilter) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'one', noticeId, 'receivers', state, groupId],
    queryFn: ({ pageParam, signal }) => {
      const query = { state, ...(groupId !== null && { groupId }), ...(pageParam !== null && { after: pageParam }) }
      return call(noticeEndpoints.receivers, { params: { noticeId }, query }, signal)
    },
    initialPageParam: null as NoticeUnitId | null,
    getNextPageParam: (page) => page.next,
    meta: { topics: followed },
  })

/** Refused too: somebody else may have been quicker, and the screen shows what is. */
function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['notices', 'notice-progress'])
  }
}

export const useAnswer = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof noticeEndpoints.answer>) => call(noticeEndpoints.answer, input),
    onSettled: useRefetch(),
  })

export const useWriteNotice = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof noticeEndpoints.write>) => call(noticeEndpoints.write, input),
    onSettled: useRefetch(),
  })

export const useRemind = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof noticeEndpoints.remind>) => call(noticeEndpoints.remind, input),
    onSettled: useRefetch(),
  })

export const useWithdraw = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof noticeEndpoints.withdraw>) => call(noticeEndpoints.withdraw, input),
    onSettled: useRefetch(),
  })
