import { type MeetingId, type MeetingProtocol, meetingProtocolEndpoints } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const { get, write, sign, reopen } = meetingProtocolEndpoints

const keyOf = (meetingId: MeetingId) => ['meetings', 'one', meetingId, 'protocol'] as const

export const protocolQuery = (meetingId: MeetingId) =>
  queryOptions({
    queryKey: keyOf(meetingId),
    queryFn: ({ signal }) => call(get, { params: { meetingId } }, signal),
    meta: { topics: ['meetings', 'structure'] },
  })

/** What was answered is what there is: no second question. */
function useKept(meetingId: MeetingId) {
  const client = useQueryClient()
  return (protocol: MeetingProtocol) => {
    client.setQueryData(keyOf(meetingId), protocol)
  }
}

/** Refused: somebody else was quicker, and the page shows what they wrote. */
function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['meetings'])
  }
}

export const useWriteProtocol = (meetingId: MeetingId) =>
  useMutation({
    mutationFn: (input: CallInput<typeof write>) => call(write, input),
    onSuccess: useKept(meetingId),
    onError: useRefetch(),
  })

export const useSignProtocol = () =>
  useMutation({ mutationFn: (input: CallInput<typeof sign>) => call(sign, input), onSettled: useRefetch() })

export const useReopenProtocol = () =>
  useMutation({ mutationFn: (input: CallInput<typeof reopen>) => call(reopen, input), onSettled: useRefetch() })
