import { lessonTaskEndpoints, type MeetingId, type OrganizationId } from '@kolosok/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const { get, set, hand, answer } = lessonTaskEndpoints

export const taskQuery = (meetingId: MeetingId) =>
  queryOptions({
    queryKey: ['meetings', 'one', meetingId, 'task'],
    queryFn: ({ signal }) => call(get, { params: { meetingId } }, signal),
    meta: { topics: ['meetings', 'structure'] },
  })

/** Refused too: somebody else may have been quicker. */
function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['meetings'])
  }
}

export const useSetTask = () =>
  useMutation({ mutationFn: (input: CallInput<typeof set>) => call(set, input), onSettled: useRefetch() })

export const useHandIn = () =>
  useMutation({ mutationFn: (input: CallInput<typeof hand>) => call(hand, input), onSettled: useRefetch() })

export const useAnswerWork = () =>
  useMutation({ mutationFn: (input: CallInput<typeof answer>) => call(answer, input), onSettled: useRefetch() })

export const openTasksQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['meetings', organizationId, 'open-tasks'],
    queryFn: ({ signal }) => call(lessonTaskEndpoints.open, { params: { organizationId } }, signal),
    meta: { topics: ['meetings', 'structure', 'account'] },
  })
