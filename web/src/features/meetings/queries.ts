import {
  calendarFeedEndpoints,
  type Comes,
  daysLater,
  type AccountId,
  meetingEndpoints,
  type MeetingId,
  type OrganizationId,
} from '@kolosok/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call, type CallInput } from '#lib/api.ts'
import { refetchTopics } from '#lib/query-client.ts'

const topics = ['meetings', 'structure', 'account'] as const

export type Shown = { readonly from: string; readonly until: string; readonly of: 'own' | 'all' }

/** Of these days, both included, by the clock of the organization: asked for with a day around them. */
export const meetingsQuery = (organizationId: OrganizationId, { from, until, of }: Shown) =>
  queryOptions({
    queryKey: ['meetings', organizationId, from, until, of],
    queryFn: ({ signal }) => {
      const query = { of, from: `${daysLater(from, -1)}T00:00:00Z`, until: `${daysLater(until, 2)}T00:00:00Z` }
      return call(meetingEndpoints.list, { params: { organizationId }, query }, signal)
    },
    select: ({ meetings, timeZone }) => ({
      meetings: meetings.filter(({ day }) => day >= from && day <= until),
      timeZone,
    }),
    meta: { topics },
  })

export const rightsQuery = (organizationId: OrganizationId) =>
  queryOptions({
    queryKey: ['meetings', organizationId, 'rights'],
    queryFn: ({ signal }) => call(meetingEndpoints.rights, { params: { organizationId } }, signal),
    meta: { topics },
  })

export const nextMeetingsQuery = () =>
  queryOptions({
    queryKey: ['meetings', 'next'],
    queryFn: ({ signal }) => call(meetingEndpoints.next, {}, signal),
    meta: { topics },
  })

export const meetingQuery = (meetingId: MeetingId) =>
  queryOptions({
    queryKey: ['meetings', 'one', meetingId],
    queryFn: ({ signal }) => call(meetingEndpoints.get, { params: { meetingId } }, signal),
    // What is recorded of its calls is told with these.
    meta: { topics: [...topics, 'calls'] },
  })

export const inviteesQuery = (meetingId: MeetingId, answer: Comes | 'none' | null) =>
  infiniteQueryOptions({
    queryKey: ['meetings', 'one', meetingId, 'invitees', answer],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(answer !== null && { answer }), ...(pageParam !== null && { after: pageParam }) }
      return call(meetingEndpoints.invitees, { params: { meetingId }, query }, signal)
    },
    initialPageParam: null as AccountId | null,
    getNextPageParam: (page) => page.next,
    meta: { topics },
  })

/** Refused too: somebody else may have been quicker, and the screen shows what is. */
function useRefetch() {
  const client = useQueryClient()
  return () => {
    refetchTopics(client, ['meetings'])
  }
}

export const usePlan = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof meetingEndpoints.plan>) => call(meetingEndpoints.plan, input),
    onSettled: useRefetch(),
  })

export const useCancel = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof meetingEndpoints.cancel>) => call(meetingEndpoints.cancel, input),
    onSettled: useRefetch(),
  })

export const useAnswer = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof meetingEndpoints.answer>) => call(meetingEndpoints.answer, input),
    onSettled: useRefetch(),
  })

export const useEnter = () =>
  useMutation({
    mutationFn: (input: CallInput<typeof meetingEndpoints.enter>) => call(meetingEndpoints.enter, input),
  })

const feedKey = ['meetings', 'feed']

export const feedQuery = () =>
  queryOptions({
    queryKey: feedKey,
    queryFn: ({ signal }) => call(calendarFeedEndpoints.get, {}, signal),
  })

export function useMakeFeed() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(calendarFeedEndpoints.make, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: feedKey }),
  })
}

export function useRevokeFeed() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(calendarFeedEndpoints.revoke, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: feedKey }),
  })
}
